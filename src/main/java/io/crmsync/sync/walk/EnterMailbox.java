package io.crmsync.sync.walk;

import io.crmsync.domain.contact.UserId;
import io.crmsync.domain.mailbox.MailboxState.Parked;
import io.crmsync.domain.run.RunCounts;
import io.crmsync.sync.mailbox.AskIdentity;
import io.crmsync.sync.mailbox.MailboxDoor;
import io.crmsync.sync.mailbox.MailboxSession;
import io.crmsync.sync.mailbox.MailboxSlots;
import io.crmsync.sync.mailbox.Visit;
import io.crmsync.sync.pair.Parking;
import io.crmsync.sync.port.MailboxBusy;
import io.crmsync.sync.port.MailboxClosed;
import io.crmsync.sync.port.MailboxRefused;
import io.crmsync.sync.port.MailboxStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/**
 * Lets a run into a user's mailbox, by the rules that every look at a pair keeps: one that is named
 * twice or parked is left alone, one that was handed on is visited as its new user's, one that is
 * throttled is waited for, one that is closed is parked (R22). Nothing here ever sleeps.
 */
final class EnterMailbox {
  private static final Duration A_MOMENT = Duration.ofSeconds(5);
  private static final Duration A_MINUTE = Duration.ofMinutes(1);

  private final MailboxDoor door;
  private final MailboxSlots slots;
  private final Parking parking;
  private final MailboxStore states;
  private final Clock clock;

  EnterMailbox(
      MailboxDoor door, MailboxSlots slots, Parking parking, MailboxStore states, Clock clock) {
    this.door = door;
    this.slots = slots;
    this.parking = parking;
    this.states = states;
    this.clock = clock;
  }

  /** Does something in the mailbox, if it may be entered now. */
  Visit of(UserId user, Function<MailboxSession, Visit> work) {
    Optional<MailboxSession> session = door.open(user).session();
    return session.map(open -> unlessThrottled(open, work)).orElse(Visit.unreachable());
  }

  private Visit unlessThrottled(MailboxSession session, Function<MailboxSession, Visit> work) {
    Instant now = clock.instant();
    Optional<Instant> notBefore = door.closedUntil(session.user(), now);
    if (notBefore.isPresent()) {
      return Visit.later(Duration.between(now, notBefore.get()));
    }
    Optional<Parked> parked = session.state().parked();
    if (parked.filter(parking::stillParked).isPresent()) {
      return Visit.unreachable();
    }
    return slots.within(
        session.user(),
        () -> entered(session, parked.isPresent(), work),
        () -> Visit.noSlot(A_MOMENT));
  }

  private Visit entered(
      MailboxSession session, boolean parked, Function<MailboxSession, Visit> work) {
    try {
      Optional<MailboxSession> met = door.enter(session, AskIdentity.Age.NONE).session();
      if (met.isEmpty()) {
        return Visit.unreachable();
      }
      Visit visit = door.handedOn(met.get()) ? Visit.done(RunCounts.NONE) : work.apply(met.get());
      if (parked) {
        parking.leave(session.user());
      }
      return visit;
    } catch (MailboxClosed closed) {
      parking.park(session.user(), closed.why());
      return Visit.unreachable();
    } catch (MailboxRefused refused) {
      return Visit.unreachable();
    } catch (MailboxBusy busy) {
      return busy(session.user(), busy);
    }
  }

  /** A mailbox on its way to another server may be so for hours: nobody waits for it. */
  private Visit busy(UserId user, MailboxBusy busy) {
    Duration wait = busy.retryAfter().orElse(A_MINUTE);
    return switch (busy.kind()) {
      case MOVING -> Visit.unreachable();
      case OUTCOME_UNKNOWN -> Visit.later(wait);
      case THROTTLED -> {
        Instant notBefore = clock.instant().plus(wait);
        states.change(user, state -> state.throttledUntil(notBefore));
        yield Visit.later(wait);
      }
    };
  }
}
