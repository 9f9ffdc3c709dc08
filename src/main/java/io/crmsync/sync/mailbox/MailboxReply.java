package io.crmsync.sync.mailbox;

import io.crmsync.domain.reason.Why;
import java.util.Optional;

/**
 * What a mailbox told when it was asked once, or why it told nothing.
 *
 * @param seen empty: it gave no answer now
 * @param parked why nothing is asked or written there (R22); empty: it is in use
 */
public record MailboxReply<T>(Optional<T> seen, Optional<Why> parked) {
  static <T> MailboxReply<T> of(T seen) {
    return new MailboxReply<>(Optional.of(seen), Optional.empty());
  }

  static <T> MailboxReply<T> parked(Why why) {
    return new MailboxReply<>(Optional.empty(), Optional.of(why));
  }

  static <T> MailboxReply<T> noAnswer() {
    return new MailboxReply<>(Optional.empty(), Optional.empty());
  }
}
