package io.crmsync.sync.pair;

import io.crmsync.domain.mailbox.MailboxState;
import io.crmsync.domain.pair.Outcome;
import io.crmsync.domain.reason.Reason;
import io.crmsync.domain.reason.Why;
import io.crmsync.sync.mailbox.AskIdentity;
import io.crmsync.sync.mailbox.MailboxDoor;
import io.crmsync.sync.mailbox.MailboxSession;
import io.crmsync.sync.mailbox.MailboxSlots;
import io.crmsync.sync.mailbox.UnsettledMailbox;
import io.crmsync.sync.port.FolderGone;
import io.crmsync.sync.port.JobQueue;
import io.crmsync.sync.port.JobQueue.Lane;
import io.crmsync.sync.port.MailboxBusy;
import io.crmsync.sync.port.MailboxClosed;
import io.crmsync.sync.port.MailboxRefused;
import io.crmsync.sync.port.PairMessage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Lets a look into a mailbox, or says when to come again; and turns what goes wrong there into what
 * is to be done: later, park the mailbox, or give up on the pair. Nothing here ever sleeps.
 */
public final class MailboxAccess {
  private final MailboxDoor door;
  private final MailboxSlots slots;
  private final Parking parking;
  private final RefusalsInARow refusals;
  private final PairEnding ending;
  private final JobQueue queue;
  private final Clock clock;

  MailboxAccess(
      MailboxDoor door,
      MailboxSlots slots,
      Parking parking,
      RefusalsInARow refusals,
      PairEnding ending,
      JobQueue queue,
      Clock clock) {
    this.door = door;
    this.slots = slots;
    this.parking = parking;
    this.refusals = refusals;
    this.ending = ending;
    this.queue = queue;
    this.clock = clock;
  }

  /** Does something in the user's mailbox, if it may be entered now. */
  Look with(PairMessage message, Lane lane, Function<MailboxSession, Look> work) {
    MailboxDoor.Answer answer = door.open(message.user());
    if (answer.session().isEmpty()) {
      return Look.ended(Outcome.PARKED, answer.refusal());
    }
    MailboxSession session = answer.session().get();
    Optional<Instant> notBefore = door.closedUntil(message.user(), clock.instant());
    if (notBefore.isPresent()) {
      return again(
          message, lane, Duration.between(clock.instant(), notBefore.get()), Reason.THROTTLED);
    }
    Optional<MailboxState.Parked> parked = session.state().parked();
    if (parked.isPresent() && lane != Lane.NOW && parking.stillParked(parked.get())) {
      return Look.ended(Outcome.PARKED, parked.get().why());
    }
    return slots.within(
        message.user(),
        () -> {
          Look look = entered(message, lane, session, work);
          if (look.ended() && look.outcome().wrote()) {
            refusals.end(message.user());
          }
          if (look.ended() && parked.isPresent() && look.outcome() != Outcome.PARKED) {
            parking.leave(message.user());
          }
          return look;
        },
        () -> again(message, lane, Duration.ofSeconds(2), Reason.NO_SLOT));
  }

  private Look entered(
      PairMessage message, Lane lane, MailboxSession session, Function<MailboxSession, Look> work) {
    try {
      MailboxDoor.Answer way = door.enter(session, age(lane));
      return way.session()
          .map(
              met ->
                  met.state().epoch() == session.state().epoch()
                      ? work.apply(met)
                      : again(message, lane, Duration.ZERO, Reason.MAILBOX_CHANGED))
          .orElseGet(() -> Look.ended(Outcome.PARKED, way.refusal().orElseThrow()));
    } catch (MailboxClosed closed) {
      return parking.park(message, closed.why());
    } catch (MailboxRefused refused) {
      Why why = Why.refused(refused.code());
      return refusals.makeItTheMailboxs(message, refused.code())
          ? parkedRefusing(message, why)
          : ending.refusedAtDoor(message, why);
    } catch (MailboxBusy busy) {
      return ending.busyAtDoor(message, lane, busy);
    }
  }

  private static AskIdentity.Age age(Lane lane) {
    return switch (lane) {
      case NIGHTLY -> AskIdentity.Age.THIS_RUN;
      case NOW -> AskIdentity.Age.LATELY;
    };
  }

  /** Runs the work on a claimed pair; whatever fails, the pair is left so that nothing is lost. */
  Look guarded(PairWork work, PairMessage message, Lane lane, Supplier<Look> body) {
    try {
      return body.get();
    } catch (MailboxClosed closed) {
      ending.release(work);
      throw closed;
    } catch (MailboxRefused refused) {
      return refused(work, message, refused.code());
    } catch (MailboxBusy busy) {
      return ending.busy(work, message, lane, busy);
    } catch (PairWork.ClaimRunsOut e) {
      return ending.onceMore(work, message, lane, Reason.CLAIM_RAN_OUT);
    } catch (UnsettledMailbox | FolderGone e) {
      return ending.onceMore(work, message, lane, Reason.COPY_VANISHED);
    } catch (PairWork.ClaimedByAnother e) {
      return ending.waitFor(work, message, lane);
    }
  }

  private Look refused(PairWork work, PairMessage message, String code) {
    Why why = Why.refused(code);
    if (!refusals.makeItTheMailboxs(message, code)) {
      return ending.refused(work, why);
    }
    ending.release(work);
    return parkedRefusing(message, why);
  }

  /** The pairs first: whoever is killed in between has the message again, and is refused again. */
  private Look parkedRefusing(PairMessage message, Why why) {
    refusals.reopen(message);
    return parking.park(message, why);
  }

  private Look again(PairMessage message, Lane lane, Duration delay, Reason why) {
    queue.sendPair(message, lane, delay);
    return Look.later(why);
  }
}
