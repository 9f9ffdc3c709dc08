package io.crmsync.sync.call;

/**
 * Why something that was asked for is not done. A value, not a failure: nothing was changed.
 *
 * @param detail for the one who asked: rules and ids, nobody's data
 */
public record Refusal(Category category, String detail) {

  /** The sorts that a caller can tell apart. */
  public enum Category {
    /** The question itself breaks a rule. */
    MALFORMED,
    /** Not this caller's to ask for. */
    NOT_ALLOWED,
    /** No such thing, or none that the user may see: the two answer alike. */
    NOT_FOUND,
    /** Only the CRM can change it. */
    CRM_DECIDES,
    /** Something else goes on, or has happened, that leaves nothing to do. */
    NOT_NOW,
    /** The contact can't be synchronised (R2 to R4). */
    NOT_ACTIONABLE
  }

  public static final Refusal NO_SUCH_CONTACT =
      new Refusal(Category.NOT_FOUND, "The CRM has no such contact that the user may see.");
  public static final Refusal NO_SUCH_USER =
      new Refusal(Category.NOT_FOUND, "The CRM has no such user with a mailbox.");
  public static final Refusal NOT_LISTED =
      new Refusal(Category.NOT_FOUND, "It is not on the user's synchronization list.");
  public static final Refusal NO_SUCH_REQUEST =
      new Refusal(Category.NOT_FOUND, "There is no such request of the caller's.");
  public static final Refusal LISTED_IN_CRM =
      new Refusal(
          Category.CRM_DECIDES, "It is on the CRM's own list, which only the CRM can change.");
  public static final Refusal USER_ID_MISSING =
      new Refusal(Category.MALFORMED, "userId is required of an application.");
  public static final Refusal NO_CRM_USER =
      new Refusal(
          Category.NOT_ALLOWED,
          "No active user of the CRM has this sign-in as mailbox, or more than one has.");
  public static final Refusal NOT_YOURSELF =
      new Refusal(Category.NOT_ALLOWED, "A user acts for herself only.");
  public static final Refusal ROLE_MISSING =
      new Refusal(Category.NOT_ALLOWED, "An application needs the app role Sync.OnBehalf.");
  public static final Refusal MAILBOX_TWICE =
      new Refusal(Category.NOT_ALLOWED, "mailboxTwice: two active users name this mailbox.");
  public static final Refusal MAILBOX_UNKNOWN =
      new Refusal(
          Category.NOT_ALLOWED, "mailboxUnknown: the CRM does not tell the user's mailbox.");
  public static final Refusal ADMIN_ONLY =
      new Refusal(Category.NOT_ALLOWED, "This needs the app role Sync.Admin.");
  public static final Refusal NO_SUCH_RUN =
      new Refusal(Category.NOT_FOUND, "There is no such run.");
  public static final Refusal NO_SUCH_PLACE =
      new Refusal(Category.MALFORMED, "after: is nothing that a page gave as next.");
  public static final Refusal RUN_GOES_ON =
      new Refusal(Category.NOT_NOW, "A run is already going on.");
  public static final Refusal NOTHING_HELD =
      new Refusal(
          Category.NOT_NOW,
          "The run holds no removals: none, not yet, no longer, or a later run does.");
}
