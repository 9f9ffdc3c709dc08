package io.crmsync.sync.pair;

import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.UserId;
import io.crmsync.domain.plan.Pair;
import io.crmsync.domain.reason.Reason;
import io.crmsync.sync.port.MailboxState;
import io.crmsync.sync.port.MailboxStore;
import io.crmsync.sync.port.PairMessage;
import io.crmsync.sync.port.PairStore;
import io.crmsync.sync.port.RefusalRun;
import io.crmsync.sync.port.StaleWrite;
import io.crmsync.sync.port.Versioned;

/**
 * Tells a refusal of a mailbox from one of a contact (R19): it is the mailbox's if three contacts
 * in a row are refused with one code, and nothing was taken since the first of them. Written only
 * where something is refused, and with the first success after that.
 */
final class RefusalsInARow {
  private final MailboxStore states;
  private final PairStore pairs;

  RefusalsInARow(MailboxStore states, PairStore pairs) {
    this.states = states;
    this.pairs = pairs;
  }

  /**
   * Counts a refusal.
   *
   * @return whether it is the mailbox's
   */
  boolean makeItTheMailboxs(PairMessage message, String code) {
    MailboxState after =
        states.change(message.user(), state -> state.refusing(message.contact(), code));
    return after.refusals().filter(RefusalRun::isMailboxs).isPresent();
  }

  /** The mailbox took what was sent; sends and writes nothing where it refused nothing before. */
  void end(UserId user) {
    if (states.of(user).refusals().isPresent()) {
      states.change(user, MailboxState::accepting);
    }
  }

  /** Opens the pairs that were refused, so that they are woken with their mailbox. */
  void reopen(PairMessage message) {
    states
        .latest(message.user())
        .refusals()
        .ifPresent(run -> run.contacts().forEach(contact -> reopen(message.user(), contact)));
    reopen(message.user(), message.contact());
  }

  private void reopen(UserId user, ContactId contact) {
    Versioned<Pair> stored = pairs.find(user, contact);
    while (!reopened(stored)) {
      stored = pairs.find(user, contact);
    }
  }

  private boolean reopened(Versioned<Pair> stored) {
    Pair pair = stored.value();
    try {
      if (pair.isFor(Reason.REFUSED) && !pair.open()) {
        pairs.write(stored.with(pair.reopened()));
      }
      return true;
    } catch (StaleWrite e) {
      return false; // someone else wrote the row: it is read again
    }
  }
}
