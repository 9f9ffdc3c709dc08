package io.crmsync.sync.pair;

import io.crmsync.domain.pair.Outcome;
import io.crmsync.domain.reason.Reason;
import io.crmsync.sync.mailbox.ConfirmFolders;
import io.crmsync.sync.mailbox.EntryResult;
import io.crmsync.sync.mailbox.OpenMailbox;
import io.crmsync.sync.port.MailboxTrouble;
import java.time.Duration;
import java.util.Optional;

/** Answers messages that ask about the mailbox, and not about the pair that they name. */
final class CheckMailbox {
  private final PairGate gate;
  private final ConfirmFolders confirm;
  private final RetryPair again;

  CheckMailbox(PairGate gate, ConfirmFolders confirm, RetryPair again) {
    this.gate = gate;
    this.confirm = confirm;
    this.again = again;
  }

  /** Only finds out whether the mailbox can be entered; one that is parked is asked. */
  ReconcileResult entered(Delivery delivery) {
    return inside(delivery, false);
  }

  /** Only finds out whether the folders are there in which copies were written on trust (R9). */
  ReconcileResult folders(Delivery delivery) {
    return inside(delivery, true);
  }

  private ReconcileResult inside(Delivery delivery, boolean folders) {
    EntryResult<OpenMailbox> entered = gate.enter(delivery);
    if (entered.answer().isEmpty()) {
      return gate.turnedAway(entered, delivery);
    }
    ReconcileResult result;
    try (OpenMailbox mailbox = entered.answer().get()) {
      Optional<Duration> wait = folders ? confirm.in(mailbox.session()) : Optional.empty();
      result =
          wait.map(delay -> again.after(delay, delivery, Reason.FOLDERS_TRUSTED))
              .orElse(ReconcileResult.ended(Outcome.UNCHANGED));
    } catch (MailboxTrouble trouble) {
      return gate.turnedAway(trouble, delivery);
    }
    gate.left(delivery, result, entered.wasParked());
    return result;
  }
}
