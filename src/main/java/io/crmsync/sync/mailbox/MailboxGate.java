package io.crmsync.sync.mailbox;

import io.crmsync.domain.audience.Directory;
import io.crmsync.domain.contact.UserId;
import io.crmsync.domain.mailbox.MailboxState.Parked;
import io.crmsync.domain.reason.Reason;
import io.crmsync.domain.reason.Why;
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
 * The one way into a mailbox (R22): whoever has something to do or to see there is let in, or told
 * why not. What differs between those who ask is in {@link Entry}. Nothing here ever sleeps but for
 * the second that a slot is waited for.
 */
public final class MailboxGate {
  /** Where a service that throttles does not say for how long. */
  private static final Duration WHILE_THROTTLED = Duration.ofMinutes(1);

  private final MeetMailbox meet;
  private final MailboxSlots slots;
  private final Parking parking;
  private final MailboxStore states;
  private final Clock clock;

  MailboxGate(
      MeetMailbox meet, MailboxSlots slots, Parking parking, MailboxStore states, Clock clock) {
    this.meet = meet;
    this.slots = slots;
    this.parking = parking;
    this.states = states;
    this.clock = clock;
  }

  /**
   * Does something in a user's mailbox, if it may be entered now.
   *
   * @param work given the mailbox as it was met; what it throws of a mailbox is taken as the
   *     mailbox's answer
   */
  public <T> Entered<T> enter(UserId user, Entry entry, Function<MailboxSession, T> work) {
    return enter(user, entry, meet.directory(), work);
  }

  /** Does something in a user's mailbox, as things stand in this directory. */
  public <T> Entered<T> enter(
      UserId user, Entry entry, Directory directory, Function<MailboxSession, T> work) {
    MeetMailbox.Way way = meet.open(user, directory);
    if (way.session().isEmpty()) {
      return Entered.parked(way.refusal().orElseThrow());
    }
    MailboxSession session = way.session().get();
    Instant now = clock.instant();
    Optional<Parked> parked = session.state().parked();
    if (parked.isPresent() && !entry.knocksAt(parked.get(), now)) {
      return Entered.parked(parked.get().why());
    }
    Optional<Instant> notBefore = meet.closedUntil(user, now);
    if (notBefore.isPresent()) {
      Duration rest = Duration.between(now, notBefore.get());
      return Entered.later(Reason.THROTTLED, Optional.of(rest));
    }
    return slots.within(user, () -> inside(session, entry, directory, work), Entered::noSlot);
  }

  /** Why a mailbox is known not to be entered now, whoever asks; empty: it may be. No request. */
  public Optional<Why> parked(UserId user) {
    MeetMailbox.Way way = meet.open(user, meet.directory());
    return way.refusal()
        .or(() -> way.session().flatMap(session -> session.state().parked()).map(Parked::why));
  }

  private <T> Entered<T> inside(
      MailboxSession session, Entry entry, Directory directory, Function<MailboxSession, T> work) {
    try {
      MeetMailbox.Way way =
          entry.settles() ? meet.enter(session, entry.age()) : meet.foresee(session, directory);
      if (way.session().isEmpty()) {
        return Entered.parked(way.refusal().orElseThrow());
      }
      MailboxSession met = way.session().get();
      boolean another = met.state().epoch() != session.state().epoch();
      return another && entry.needsTheSameMailbox()
          ? Entered.becameAnother()
          : Entered.in(work.apply(met), session.state().parked().isPresent());
    } catch (MailboxClosed closed) {
      Optional<Duration> nextTry =
          entry.parks() ? parking.park(session.user(), closed.why()) : Optional.empty();
      return Entered.closed(closed.why(), nextTry);
    } catch (MailboxRefused refused) {
      return Entered.refused(Why.refused(refused.code()));
    } catch (MailboxBusy busy) {
      return busy(session.user(), entry, busy);
    }
  }

  private <T> Entered<T> busy(UserId user, Entry entry, MailboxBusy busy) {
    return switch (busy.kind()) {
      case MOVING -> Entered.later(Reason.MAILBOX_MOVING, busy.retryAfter());
      case OUTCOME_UNKNOWN -> Entered.later(Reason.NO_ANSWER, busy.retryAfter());
      case THROTTLED -> {
        Duration wait = busy.retryAfter().orElse(WHILE_THROTTLED);
        if (entry.notesThrottling()) {
          Instant notBefore = clock.instant().plus(wait);
          states.change(user, state -> state.throttledUntil(notBefore));
        }
        yield Entered.later(Reason.THROTTLED, Optional.of(wait));
      }
    };
  }
}
