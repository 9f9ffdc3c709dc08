package io.crmsync.sync.mailbox;

import io.crmsync.domain.audience.MailboxAddress;
import io.crmsync.domain.contact.UserId;
import io.crmsync.domain.mailbox.MailboxState;
import io.crmsync.domain.pair.Pair;
import io.crmsync.sync.port.Mailbox;

/**
 * A user's mailbox while one pair is reconciled, and what was known of it when the attempt began.
 *
 * @param address by which the mailbox is asked
 */
public record MailboxSession(
    UserId user, MailboxAddress address, Mailbox mailbox, MailboxState state) {
  MailboxSession with(MailboxState newer) {
    return new MailboxSession(user, address, mailbox, newer);
  }

  /** Ids only (R20). */
  @Override
  public String toString() {
    return "MailboxSession[" + user + "]";
  }

  /** Where the mailbox's row was lost, its epoch is earlier than that of its links. */
  public boolean holds(Pair pair) {
    return pair.link().map(link -> link.mailboxEpoch() >= state.epoch()).orElse(false);
  }
}
