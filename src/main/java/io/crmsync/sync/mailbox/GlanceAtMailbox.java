package io.crmsync.sync.mailbox;

import io.crmsync.domain.contact.UserId;
import io.crmsync.domain.mailbox.MailboxState;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/**
 * Finds out, for whoever asks what would be done, whether a mailbox is in use and what is in its
 * folder. Waits for nothing: where the mailbox gives no answer, nothing is known of it.
 */
public final class GlanceAtMailbox {
  private final MailboxGate gate;
  private final MailboxFolders folders;
  private final Clock clock;
  private final VainGlances vain;

  GlanceAtMailbox(MailboxGate gate, MailboxFolders folders, Clock clock) {
    this.gate = gate;
    this.folders = folders;
    this.clock = clock;
    this.vain = new VainGlances(clock);
  }

  /** Which mailbox it is, and no more: one request, unless it was asked a few minutes ago. */
  public MailboxGlance unread(UserId user) {
    Glimpse<MailboxState> seen = look(user, MailboxSession::state);
    return new MailboxGlance(seen.parked(), Optional.empty(), seen.seen());
  }

  /**
   * Which mailbox it is and what is in its folder, unless that was listed in the last 10 minutes,
   * or in vain in the last 30 seconds.
   */
  public MailboxGlance read(UserId user) {
    Instant now = clock.instant();
    Glimpse<MailboxGlance> seen =
        vain.isSilent(user)
            ? gate.parked(user).map(Glimpse::<MailboxGlance>parked).orElse(Glimpse.silent())
            : vain.noting(user, look(user, session -> listed(session, now)));
    return seen.seen().orElseGet(() -> new MailboxGlance(seen.parked(), Optional.empty()));
  }

  private MailboxGlance listed(MailboxSession session, Instant now) {
    Optional<FolderListing> listing =
        vain.unlessEmpty(session.user(), () -> folders.listing(session, now));
    return new MailboxGlance(Optional.empty(), listing, Optional.of(session.state()));
  }

  /** Asks a mailbox something, once, if it may be asked now. */
  public <T> Glimpse<T> look(UserId user, Function<MailboxSession, T> ask) {
    Entered<T> entered = gate.enter(user, Entry.GLANCE, ask);
    return switch (entered.kind()) {
      case ENTERED -> Glimpse.of(entered.answer().orElseThrow());
      case PARKED -> Glimpse.parked(entered.why().orElseThrow());
      case CLOSED, WAIT, NO_SLOT, REFUSED, BECAME_ANOTHER -> Glimpse.silent();
    };
  }
}
