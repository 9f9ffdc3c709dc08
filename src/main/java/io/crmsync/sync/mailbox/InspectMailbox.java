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
public final class InspectMailbox {
  private final MailboxGate gate;
  private final MailboxFolders folders;
  private final Clock clock;
  private final NegativeCache negative;

  InspectMailbox(MailboxGate gate, MailboxFolders folders, Clock clock) {
    this.gate = gate;
    this.folders = folders;
    this.clock = clock;
    this.negative = new NegativeCache(clock);
  }

  /** Which mailbox it is, and no more: one request, unless it was asked a few minutes ago. */
  public MailboxView unread(UserId user) {
    MailboxReply<MailboxState> seen = ask(user, MailboxSession::state);
    return new MailboxView(seen.parked(), Optional.empty(), seen.seen());
  }

  /**
   * Which mailbox it is and what is in its folder, unless that was listed in the last 10 minutes,
   * or without success in the last 30 seconds.
   */
  public MailboxView read(UserId user) {
    Instant now = clock.instant();
    MailboxReply<MailboxView> seen =
        negative.gaveNoAnswer(user)
            ? gate.parked(user)
                .map(MailboxReply::<MailboxView>parked)
                .orElse(MailboxReply.noAnswer())
            : negative.noting(user, ask(user, session -> listed(session, now)));
    return seen.seen().orElseGet(() -> new MailboxView(seen.parked(), Optional.empty()));
  }

  private MailboxView listed(MailboxSession session, Instant now) {
    Optional<FolderListing> listing =
        negative.unlessEmpty(session.user(), () -> folders.listing(session, now));
    return new MailboxView(Optional.empty(), listing, Optional.of(session.state()));
  }

  /** Asks a mailbox something, once, if it may be asked now. */
  public <T> MailboxReply<T> ask(UserId user, Function<MailboxSession, T> ask) {
    EntryResult<T> entered = gate.enter(user, Entry.PREVIEW, ask);
    return switch (entered.kind()) {
      case ENTERED -> MailboxReply.of(entered.answer().orElseThrow());
      case PARKED -> MailboxReply.parked(entered.why().orElseThrow());
      case CLOSED, WAIT, NO_SLOT, REFUSED, BECAME_ANOTHER -> MailboxReply.noAnswer();
    };
  }
}
