package io.crmsync.sync.mailbox;

import io.crmsync.domain.audience.Directory;
import io.crmsync.domain.contact.UserId;
import io.crmsync.domain.mailbox.MailboxState.Parked;
import io.crmsync.domain.reason.Reason;
import io.crmsync.domain.reason.Why;
import io.crmsync.sync.mailbox.MailboxSlots.Slot;
import io.crmsync.sync.port.MailboxBusy;
import io.crmsync.sync.port.MailboxClosed;
import io.crmsync.sync.port.MailboxRefused;
import io.crmsync.sync.port.MailboxStore;
import io.crmsync.sync.port.MailboxTrouble;
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

  private final ResolveMailbox resolve;
  private final MailboxSlots slots;
  private final Parking parking;
  private final MailboxStore states;
  private final Clock clock;

  MailboxGate(
      ResolveMailbox resolve,
      MailboxSlots slots,
      Parking parking,
      MailboxStore states,
      Clock clock) {
    this.resolve = resolve;
    this.slots = slots;
    this.parking = parking;
    this.states = states;
    this.clock = clock;
  }

  /**
   * Lets somebody into a user's mailbox, if it may be entered now. What the mailbox says while she
   * is in is brought here: {@link #turnedAway}.
   *
   * @return to be closed by whoever was let in
   */
  public EntryResult<OpenMailbox> enter(UserId user, Entry entry) {
    return enter(user, entry, resolve.directory());
  }

  /**
   * Does something in a user's mailbox, if it may be entered now: {@link #enter(UserId, Entry)}.
   */
  public <T> EntryResult<T> enter(UserId user, Entry entry, Function<MailboxSession, T> work) {
    return enter(user, entry, resolve.directory(), work);
  }

  /** Does something in a user's mailbox, as things stand in this directory. */
  public <T> EntryResult<T> enter(
      UserId user, Entry entry, Directory directory, Function<MailboxSession, T> work) {
    EntryResult<OpenMailbox> entered = enter(user, entry, directory);
    if (entered.answer().isEmpty()) {
      return entered.outside();
    }
    try (OpenMailbox open = entered.answer().get()) {
      return EntryResult.in(work.apply(open.session()), entered.wasParked());
    } catch (MailboxTrouble trouble) {
      return turnedAway(user, entry, trouble);
    }
  }

  /** Why a mailbox is known not to be entered now, whoever asks; empty: it may be. No request. */
  public Optional<Why> parked(UserId user) {
    ResolveMailbox.Resolved resolved = resolve.locate(user, resolve.directory());
    return resolved
        .refusal()
        .or(() -> resolved.session().flatMap(session -> session.state().parked()).map(Parked::why));
  }

  private EntryResult<OpenMailbox> enter(UserId user, Entry entry, Directory directory) {
    ResolveMailbox.Resolved resolved = resolve.locate(user, directory);
    if (resolved.session().isEmpty()) {
      return EntryResult.parked(resolved.refusal().orElseThrow());
    }
    MailboxSession session = resolved.session().get();
    Instant now = clock.instant();
    Optional<Parked> parked = session.state().parked();
    if (parked.isPresent() && !entry.retries(parked.get(), now)) {
      return EntryResult.parked(parked.get().why());
    }
    Optional<Instant> notBefore = resolve.closedUntil(user, now);
    if (notBefore.isPresent()) {
      Duration rest = Duration.between(now, notBefore.get());
      return EntryResult.later(Reason.THROTTLED, Optional.of(rest));
    }
    return slots.take(user).map(slot -> met(session, entry, directory, slot)).orElse(noSlot());
  }

  private static EntryResult<OpenMailbox> noSlot() {
    return EntryResult.noSlot();
  }

  private EntryResult<OpenMailbox> met(
      MailboxSession session, Entry entry, Directory directory, Slot slot) {
    boolean inside = false;
    try {
      ResolveMailbox.Resolved resolved =
          entry.settles()
              ? resolve.confirm(session, entry.age())
              : resolve.forecast(session, directory);
      if (resolved.session().isEmpty()) {
        return EntryResult.parked(resolved.refusal().orElseThrow());
      }
      MailboxSession met = resolved.session().get();
      boolean another = met.state().epoch() != session.state().epoch();
      if (another && entry.needsTheSameMailbox()) {
        return EntryResult.becameAnother();
      }
      inside = true;
      return EntryResult.in(new OpenMailbox(met, slot), session.state().parked().isPresent());
    } catch (MailboxTrouble trouble) {
      return turnedAway(session.user(), entry, trouble);
    } finally {
      if (!inside) {
        slot.close();
      }
    }
  }

  /**
   * What follows where a mailbox says that it is closed or busy, or refuses: it is parked, or left
   * alone for as long as it wants.
   */
  public <T> EntryResult<T> turnedAway(UserId user, Entry entry, MailboxTrouble trouble) {
    if (trouble instanceof MailboxClosed closed) {
      Optional<Duration> nextTry =
          entry.parks() ? parking.park(user, closed.why()) : Optional.empty();
      return EntryResult.closed(closed.why(), nextTry);
    }
    if (trouble instanceof MailboxBusy busy) {
      return busy(user, entry, busy);
    }
    return EntryResult.refused(Why.refused(((MailboxRefused) trouble).code()));
  }

  private <T> EntryResult<T> busy(UserId user, Entry entry, MailboxBusy busy) {
    return switch (busy.kind()) {
      case MOVING -> EntryResult.later(Reason.MAILBOX_MOVING, busy.retryAfter());
      case OUTCOME_UNKNOWN -> EntryResult.later(Reason.NO_ANSWER, busy.retryAfter());
      case THROTTLED -> {
        Duration wait = busy.retryAfter().orElse(WHILE_THROTTLED);
        if (entry.notesThrottling()) {
          Instant notBefore = clock.instant().plus(wait);
          states.change(user, state -> state.throttledUntil(notBefore));
        }
        yield EntryResult.later(Reason.THROTTLED, Optional.of(wait));
      }
    };
  }
}
