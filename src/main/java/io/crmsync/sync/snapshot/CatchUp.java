package io.crmsync.sync.snapshot;

import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.PairId;
import io.crmsync.domain.contact.UserId;
import io.crmsync.domain.mailbox.MailboxState;
import io.crmsync.sync.port.JobQueue;
import io.crmsync.sync.port.JobQueue.Lane;
import io.crmsync.sync.port.MailboxStore;
import io.crmsync.sync.port.PairMessage;
import io.crmsync.sync.port.PairStore;
import java.util.List;

/** Queues again those of a user's pairs that were woken together and whose message may be lost. */
final class CatchUp {
  private final OpenPairs open;
  private final PairStore pairs;
  private final MailboxStore mailboxes;
  private final JobQueue queue;

  CatchUp(OpenPairs open, PairStore pairs, MailboxStore mailboxes, JobQueue queue) {
    this.open = open;
    this.pairs = pairs;
    this.mailboxes = mailboxes;
    this.queue = queue;
  }

  /**
   * Of a user whose mailbox catches up. Once nothing is left, its row says so, and the next night
   * asks no more.
   */
  void of(UserId user) {
    if (!mailboxes.of(user).catchingUp()) {
      return;
    }
    List<ContactId> left = open.of(user);
    send(user, left);
    if (left.isEmpty()) {
      mailboxes.change(user, MailboxState::caughtUp);
    }
  }

  /** Queues those whose wanted state was not reached. */
  void ofOpen(UserId user) {
    send(user, left(user));
  }

  /** Whether there are any. */
  boolean anyOpen(UserId user) {
    return !left(user).isEmpty();
  }

  private List<ContactId> left(UserId user) {
    return open.among(user, pairs.open(user));
  }

  private void send(UserId user, List<ContactId> left) {
    queue.sendPairs(
        left.stream().map(contact -> PairMessage.of(new PairId(user, contact))).toList(),
        Lane.NIGHTLY);
  }
}
