package io.crmsync.domain.mailbox;

import io.crmsync.domain.contact.ContactId;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a mailbox refused in a row, with one code and no success in between (R19).
 *
 * @param code the service's, such as ErrorInvalidProperty
 * @param contacts whose contents were refused; no more of them than it takes
 */
public record RefusalStreak(String code, Set<ContactId> contacts) {
  private static final int ENOUGH = 3;

  public RefusalStreak {
    contacts = Set.copyOf(contacts);
  }

  static RefusalStreak begun(String code, ContactId contact) {
    return new RefusalStreak(code, Set.of(contact));
  }

  /** With one more refusal; another code begins anew. */
  RefusalStreak and(String newCode, ContactId contact) {
    if (!code.equals(newCode)) {
      return begun(newCode, contact);
    }
    return isMailboxs()
        ? this
        : new RefusalStreak(
            code, Stream.concat(contacts.stream(), Stream.of(contact)).collect(Collectors.toSet()));
  }

  /** Whether so many contacts were refused that it is for the mailbox's sake. */
  public boolean isMailboxs() {
    return contacts.size() >= ENOUGH;
  }
}
