package io.crmsync.sync.pair;

import io.crmsync.domain.pair.Outcome;
import io.crmsync.domain.reason.Reason;
import io.crmsync.domain.reason.Why;
import io.crmsync.sync.mailbox.EntryResult;
import io.crmsync.sync.mailbox.MailboxGate;
import io.crmsync.sync.mailbox.OpenMailbox;
import io.crmsync.sync.mailbox.Parking;
import io.crmsync.sync.port.MailboxTrouble;
import java.time.Duration;
import java.util.Optional;

/**
 * The gate of mailboxes for those who work on pairs: what follows for a pair, and its message,
 * where nobody is let in, and for the mailbox where somebody was.
 */
final class PairGate {
  private static final Duration SLOT_FREE = Duration.ofSeconds(2);

  /** Where the service does not say how long. */
  private static final Duration WHILE_THROTTLED = Duration.ofMinutes(1);

  private static final Duration WHILE_MOVING = Duration.ofMinutes(30);

  private final MailboxGate gate;
  private final Parking parking;
  private final CountRefusals refusals;
  private final RetryPair again;

  PairGate(MailboxGate gate, Parking parking, CountRefusals refusals, RetryPair again) {
    this.gate = gate;
    this.parking = parking;
    this.refusals = refusals;
    this.again = again;
  }

  EntryResult<OpenMailbox> enter(Delivery delivery) {
    return gate.enter(delivery.user(), delivery.entry());
  }

  /** What follows where nobody was let in. */
  ReconcileResult turnedAway(EntryResult<?> entered, Delivery delivery) {
    return switch (entered.kind()) {
      case PARKED -> ReconcileResult.ended(Outcome.PARKED, entered.why());
      case CLOSED -> parked(delivery, entered.why().orElseThrow(), entered.pause());
      case WAIT -> wait(delivery, entered.why().orElseThrow(), entered.pause());
      case NO_SLOT -> again.after(SLOT_FREE, delivery, Reason.NO_SLOT);
      case REFUSED -> refused(delivery, entered.why().orElseThrow());
      case BECAME_ANOTHER -> again.after(Duration.ZERO, delivery, Reason.MAILBOX_CHANGED);
      case ENTERED -> throw new IllegalStateException("was let in");
    };
  }

  /** What follows where the mailbox said this to somebody who was inside, and is not any more. */
  ReconcileResult turnedAway(MailboxTrouble trouble, Delivery delivery) {
    return turnedAway(gate.turnedAway(delivery.user(), delivery.entry(), trouble), delivery);
  }

  /** What follows for a mailbox in which an attempt ended so. */
  void left(Delivery delivery, ReconcileResult result, boolean wasParked) {
    if (result.ended() && result.outcome().wrote()) {
      refusals.end(delivery.user());
    }
    if (result.ended() && wasParked && result.outcome() != Outcome.PARKED) {
      parking.end(delivery.user());
    }
  }

  /** Counts a refusal (R19); parks the mailbox if it is about no contact. */
  boolean isMailboxs(Why refusal, Delivery delivery) {
    return refusals.countsForMailbox(delivery.message(), refusal.detail());
  }

  /** The pairs first: whoever is killed in between has the message again, and is refused again. */
  ReconcileResult parkedRefusing(Delivery delivery, Why why) {
    refusals.reopen(delivery.message());
    return parked(delivery, why, parking.park(delivery.user(), why));
  }

  /** Of all that find it closed at once, one message is kept to try again. */
  private ReconcileResult parked(Delivery delivery, Why why, Optional<Duration> nextTry) {
    nextTry.ifPresent(wait -> again.whenNextTried(delivery, wait));
    return ReconcileResult.ended(Outcome.PARKED, why);
  }

  /** No attempt is counted but where the mailbox gave no answer. */
  private ReconcileResult wait(Delivery delivery, Why why, Optional<Duration> pause) {
    if (!why.is(Reason.NO_ANSWER)) {
      Duration unsaid = why.is(Reason.MAILBOX_MOVING) ? WHILE_MOVING : WHILE_THROTTLED;
      return again.after(pause.orElse(unsaid), delivery, why.reason());
    }
    return again.wasLast(delivery)
        ? failed(delivery, why)
        : again.counted(pause.orElse(again.backOff(delivery)), delivery, Reason.NO_ANSWER);
  }

  private ReconcileResult refused(Delivery delivery, Why why) {
    return isMailboxs(why, delivery) ? parkedRefusing(delivery, why) : failed(delivery, why);
  }

  /** Before anything was done: the next night tries again. */
  private ReconcileResult failed(Delivery delivery, Why why) {
    again.nextNight(delivery.pair());
    return ReconcileResult.ended(Outcome.FAILED, why);
  }
}
