package io.crmsync.domain.contact;

import java.util.Comparator;

/**
 * Names one pair: a user, and a contact that the user has, had or may get. In order of user, then
 * contact.
 */
public record PairId(UserId user, ContactId contact) implements Comparable<PairId> {
  private static final Comparator<PairId> BY_USER =
      Comparator.comparing(PairId::user).thenComparing(PairId::contact);

  /** In order of contact, then user: as what is due is stored. */
  public static final Comparator<PairId> BY_CONTACT =
      Comparator.comparing(PairId::contact).thenComparing(PairId::user);

  @Override
  public int compareTo(PairId other) {
    return BY_USER.compare(this, other);
  }

  /** For a log line: both ids (R20). */
  @Override
  public String toString() {
    return user + "/" + contact;
  }
}
