package io.crmsync.sync.pair;

import io.crmsync.domain.plan.Outcome;
import io.crmsync.sync.mailbox.AskIdentity;
import io.crmsync.sync.mailbox.LookIntoMailbox;
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
import io.crmsync.sync.port.MailboxState;
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
  private final PairEnding ending;
  private final JobQueue queue;
  private final Clock clock;

  public MailboxAccess(
      MailboxDoor door,
      MailboxSlots slots,
      Parking parking,
      PairEnding ending,
      JobQueue queue,
      Clock clock) {
    this.door = door;
    this.slots = slots;
    this.parking = parking;
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
    Optional<Instant> notBefore = session.state().notBefore().filter(clock.instant()::isBefore);
    if (notBefore.isPresent()) {
      return again(message, lane, Duration.between(clock.instant(), notBefore.get()), "throttled");
    }
    Optional<MailboxState.Parked> parked = session.state().parked();
    if (parked.isPresent() && lane != Lane.NOW && parking.stillParked(parked.get())) {
      return Look.ended(Outcome.PARKED, parked.get().reason());
    }
    return slots.within(
        message.user(),
        () -> {
          Look look = entered(message, lane, session, work);
          if (look.ended() && parked.isPresent() && look.outcome() != Outcome.PARKED) {
            parking.leave(message.user());
          }
          return look;
        },
        () -> again(message, lane, Duration.ofSeconds(2), "noSlot"));
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
                      : again(message, lane, Duration.ZERO, LookIntoMailbox.CHANGED))
          .orElseGet(() -> Look.ended(Outcome.PARKED, way.refusal()));
    } catch (MailboxClosed closed) {
      return parking.park(message, closed.reason().code());
    } catch (MailboxRefused refused) {
      return ending.refusedAtDoor(message, refused.code());
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
      return work.failed(refused.code());
    } catch (MailboxBusy busy) {
      return ending.busy(work, message, lane, busy);
    } catch (PairWork.ClaimRunsOut | UnsettledMailbox | FolderGone e) {
      return ending.onceMore(work, message, lane);
    } catch (PairWork.ClaimedByAnother e) {
      return ending.waitFor(work, message, lane);
    }
  }

  private Look again(PairMessage message, Lane lane, Duration delay, String why) {
    queue.sendPair(message, lane, delay);
    return Look.later(why);
  }
}
