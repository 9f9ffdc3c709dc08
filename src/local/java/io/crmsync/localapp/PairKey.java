package io.crmsync.localapp;

import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.UserId;
import java.util.Comparator;

/** One contact and one user. */
record PairKey(UserId user, ContactId contact) implements Comparable<PairKey> {
  private static final Comparator<PairKey> ORDER =
      Comparator.comparing((PairKey key) -> key.user().value()).thenComparing(PairKey::contact);

  @Override
  public int compareTo(PairKey other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return user + "/" + contact;
  }
}
