package io.crmsync.sync.pair;

import io.crmsync.domain.pair.Outcome;
import io.crmsync.domain.reason.Reason;
import io.crmsync.domain.reason.Why;
import io.crmsync.sync.mailbox.Entered;
import io.crmsync.sync.mailbox.Entry;
import io.crmsync.sync.mailbox.MailboxGate;
import io.crmsync.sync.mailbox.MailboxSession;
import io.crmsync.sync.mailbox.Parking;
import io.crmsync.sync.mailbox.UnsettledMailbox;
import io.crmsync.sync.port.FolderGone;
import io.crmsync.sync.port.JobQueue;
import io.crmsync.sync.port.JobQueue.Lane;
import io.crmsync.sync.port.MailboxBusy;
import io.crmsync.sync.port.MailboxClosed;
import io.crmsync.sync.port.MailboxRefused;
import io.crmsync.sync.port.PairMessage;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Takes a look at a pair through the gate of its mailbox, and turns what comes of it into what is
 * to be done: later, park the mailbox, or give up on the pair.
 */
public final class MailboxAccess {
  private static final Duration SLOT_FREE = Duration.ofSeconds(2);

  private final MailboxGate gate;
  private final Parking parking;
  private final RefusalsInARow refusals;
  private final PairEnding ending;
  private final JobQueue queue;

  MailboxAccess(
      MailboxGate gate,
      Parking parking,
      RefusalsInARow refusals,
      PairEnding ending,
      JobQueue queue) {
    this.gate = gate;
    this.parking = parking;
    this.refusals = refusals;
    this.ending = ending;
    this.queue = queue;
  }

  /** Does something in the user's mailbox, if it may be entered now. */
  Reconciled with(PairMessage message, Lane lane, Function<MailboxSession, Reconciled> work) {
    Entered<Reconciled> entered = gate.enter(message.user(), entry(lane), work);
    return switch (entered.kind()) {
      case ENTERED -> left(message, entered.answer().orElseThrow(), entered.wasParked());
      case PARKED -> Reconciled.ended(Outcome.PARKED, entered.why());
      case CLOSED -> parked(message, entered.why().orElseThrow(), entered.pause());
      case WAIT -> ending.waitAtDoor(message, lane, entered.why().orElseThrow(), entered.pause());
      case NO_SLOT -> again(message, lane, SLOT_FREE, Reason.NO_SLOT);
      case REFUSED -> refusedAtDoor(message, entered.why().orElseThrow());
      case BECAME_ANOTHER -> again(message, lane, Duration.ZERO, Reason.MAILBOX_CHANGED);
    };
  }

  private static Entry entry(Lane lane) {
    return switch (lane) {
      case NIGHTLY -> Entry.PAIR;
      case NOW -> Entry.PERSON;
    };
  }

  private Reconciled left(PairMessage message, Reconciled look, boolean wasParked) {
    if (look.ended() && look.outcome().wrote()) {
      refusals.end(message.user());
    }
    if (look.ended() && wasParked && look.outcome() != Outcome.PARKED) {
      parking.end(message.user());
    }
    return look;
  }

  private Reconciled refusedAtDoor(PairMessage message, Why why) {
    return refusals.makeItTheMailboxs(message, why.detail())
        ? parkedRefusing(message, why)
        : ending.refusedAtDoor(message, why);
  }

  /** Runs the work on a claimed pair; whatever fails, the pair is left so that nothing is lost. */
  Reconciled guarded(PairWork work, PairMessage message, Lane lane, Supplier<Reconciled> body) {
    try {
      return body.get();
    } catch (MailboxClosed closed) {
      ending.release(work);
      throw closed;
    } catch (MailboxRefused refused) {
      return refused(work, message, refused.code());
    } catch (MailboxBusy busy) {
      return busy(work, message, lane, busy);
    } catch (PairWork.ClaimRunsOut e) {
      return ending.onceMore(work, message, lane, Reason.CLAIM_RAN_OUT);
    } catch (UnsettledMailbox | FolderGone e) {
      return ending.onceMore(work, message, lane, Reason.COPY_VANISHED);
    } catch (PairWork.ClaimedByAnother e) {
      return ending.waitFor(work, message, lane);
    }
  }

  /** Throttled, or on its way to another server, it is the gate's to say so. */
  private Reconciled busy(PairWork work, PairMessage message, Lane lane, MailboxBusy busy) {
    if (busy.kind() == MailboxBusy.Cause.OUTCOME_UNKNOWN) {
      return ending.unknown(work, message, lane, busy);
    }
    ending.release(work);
    throw busy;
  }

  private Reconciled refused(PairWork work, PairMessage message, String code) {
    Why why = Why.refused(code);
    if (!refusals.makeItTheMailboxs(message, code)) {
      return ending.refused(work, why);
    }
    ending.release(work);
    return parkedRefusing(message, why);
  }

  /** The pairs first: whoever is killed in between has the message again, and is refused again. */
  private Reconciled parkedRefusing(PairMessage message, Why why) {
    refusals.reopen(message);
    return parked(message, why, parking.park(message.user(), why));
  }

  /** Of all that find it closed at once, one message is kept to try again. */
  private Reconciled parked(PairMessage message, Why why, Optional<Duration> nextTry) {
    nextTry.ifPresent(
        wait ->
            queue.sendPair(
                PairMessage.of(message.pair()).checking(message.check()), Lane.NIGHTLY, wait));
    return Reconciled.ended(Outcome.PARKED, why);
  }

  private Reconciled again(PairMessage message, Lane lane, Duration delay, Reason why) {
    queue.sendPair(message, lane, delay);
    return Reconciled.later(why);
  }
}
