package io.crmsync.domain.removal;

/**
 * What a change notice may do by itself (R18): up to 20 contacts it removes past the guard; and a
 * CRM that denies most of what it has just named is not believed.
 */
public final class NoticeLimits {
  private static final int UNGUARDED = 20;
  private static final int SMALL_NOTICE = 10;

  private NoticeLimits() {}

  /** Whether the guard is to be asked; takes the number of contacts that the notice names. */
  public static boolean guarded(int contacts) {
    return contacts > UNGUARDED;
  }

  /**
   * Whether nothing is to be removed.
   *
   * @param contacts that the notice names
   * @param missing those of them that the CRM answers 404 to
   */
  public static boolean distrusted(int contacts, int missing) {
    return contacts > SMALL_NOTICE && missing * 2 > contacts;
  }
}
