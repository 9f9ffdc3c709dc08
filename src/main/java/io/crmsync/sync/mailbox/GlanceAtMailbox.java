package io.crmsync.sync.mailbox;

import io.crmsync.domain.contact.UserId;
import io.crmsync.domain.mailbox.MailboxState;
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
 * Finds out, for whoever asks what would be done, whether a mailbox is in use and what is in its
 * folder. Waits for nothing: where the mailbox gives no answer, nothing is known of it.
 */
public final class GlanceAtMailbox {
  private static final Duration A_MINUTE = Duration.ofMinutes(1);

  private final MailboxDoor door;
  private final MailboxSlots slots;
  private final MailboxFolders folders;
  private final MailboxStore states;
  private final Clock clock;
  private final VainGlances vain;

  public GlanceAtMailbox(
      MailboxDoor door,
      MailboxSlots slots,
      MailboxFolders folders,
      MailboxStore states,
      Clock clock) {
    this.door = door;
    this.slots = slots;
    this.folders = folders;
    this.states = states;
    this.clock = clock;
    this.vain = new VainGlances(clock);
  }

  /** Which mailbox it is, and no more: one request, unless it was asked a few minutes ago. */
  public MailboxGlance unread(UserId user) {
    Glimpse<MailboxState> seen = look(user, MailboxSession::state);
    return new MailboxGlance(seen.parked(), Optional.empty(), seen.seen());
  }

  /**
   * Likewise, and lists the folder, unless that was done in the last 10 minutes, or in vain in the
   * last 30 seconds.
   */
  public MailboxGlance read(UserId user) {
    Instant now = clock.instant();
    Glimpse<MailboxGlance> seen =
        entered(
            user, session -> vain.unlessSilent(user, () -> asked(session, in -> listed(in, now))));
    return seen.seen().orElseGet(() -> new MailboxGlance(seen.parked(), Optional.empty()));
  }

  private MailboxGlance listed(MailboxSession session, Instant now) {
    Optional<FolderListing> listing =
        vain.unlessEmpty(session.user(), () -> folders.listing(session, now));
    return new MailboxGlance(Optional.empty(), listing, Optional.of(session.state()));
  }

  /** Asks a mailbox something, once, if it may be asked now. */
  public <T> Glimpse<T> look(UserId user, Function<MailboxSession, T> ask) {
    return entered(user, session -> asked(session, ask));
  }

  private <T> Glimpse<T> entered(UserId user, Function<MailboxSession, Glimpse<T>> ask) {
    MailboxDoor.Answer way = door.open(user);
    if (way.session().isEmpty()) {
      return new Glimpse<>(Optional.empty(), way.refusal());
    }
    MailboxSession session = way.session().get();
    return session
        .state()
        .parked()
        .map(parked -> Glimpse.<T>parked(parked.why()))
        .orElseGet(() -> ask.apply(session));
  }

  private <T> Glimpse<T> asked(MailboxSession session, Function<MailboxSession, T> ask) {
    Instant now = clock.instant();
    boolean throttled = door.closedUntil(session.user(), now).isPresent();
    if (throttled) {
      return Glimpse.silent();
    }
    try {
      return slots.within(session.user(), () -> inside(session, ask), Glimpse::silent);
    } catch (MailboxBusy busy) {
      noteThrottled(session, busy, now);
      return Glimpse.silent();
    } catch (MailboxClosed | MailboxRefused e) {
      return Glimpse.silent();
    }
  }

  private <T> Glimpse<T> inside(MailboxSession session, Function<MailboxSession, T> ask) {
    MailboxDoor.Answer way = door.foresee(session);
    return way.session()
        .map(met -> Glimpse.of(ask.apply(met)))
        .orElseGet(() -> Glimpse.parked(way.refusal().orElseThrow()));
  }

  /** As with any other request: nothing is sent there by anyone before then. */
  private void noteThrottled(MailboxSession session, MailboxBusy busy, Instant now) {
    if (busy.kind() == MailboxBusy.Cause.THROTTLED) {
      Instant notBefore = now.plus(busy.retryAfter().orElse(A_MINUTE));
      states.change(session.user(), state -> state.throttledUntil(notBefore));
    }
  }
}
