package io.crmsync.sync.pair;

import io.crmsync.domain.contact.PairId;
import io.crmsync.domain.contact.UserId;
import io.crmsync.domain.mailbox.MailboxState;
import io.crmsync.domain.mailbox.RefusalStreak;
import io.crmsync.domain.reason.Reason;
import io.crmsync.sync.port.MailboxStore;
import io.crmsync.sync.port.PairMessage;
import io.crmsync.sync.port.PairStore;

/**
 * Tells a refusal of a mailbox from one of a contact (R19): it is the mailbox's if three contacts
 * in a row are refused with one code, and nothing was taken since the first of them. Written only
 * where something is refused, and with the first success after that.
 */
final class CountRefusals {
  private final MailboxStore states;
  private final PairStore pairs;

  CountRefusals(MailboxStore states, PairStore pairs) {
    this.states = states;
    this.pairs = pairs;
  }

  /**
   * Counts a refusal.
   *
   * @return whether it is the mailbox's
   */
  boolean countsForMailbox(PairMessage message, String code) {
    MailboxState after =
        states.change(message.user(), state -> state.refusing(message.contact(), code));
    return after.refusals().filter(RefusalStreak::isMailboxs).isPresent();
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
        .ifPresent(
            run -> run.contacts().forEach(contact -> reopen(new PairId(message.user(), contact))));
    reopen(message.pair());
  }

  private void reopen(PairId id) {
    pairs.change(id, pair -> pair.isFor(Reason.REFUSED) && !pair.open() ? pair.reopened() : pair);
  }
}
