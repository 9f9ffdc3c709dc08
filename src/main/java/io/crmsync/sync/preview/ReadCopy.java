package io.crmsync.sync.preview;

import io.crmsync.domain.outlook.OutlookContact;
import io.crmsync.domain.pair.Link;
import io.crmsync.domain.patch.OutlookValues;
import io.crmsync.domain.reason.Why;
import io.crmsync.sync.mailbox.InspectMailbox;
import io.crmsync.sync.mailbox.MailboxFolders;
import io.crmsync.sync.mailbox.MailboxReply;
import io.crmsync.sync.mailbox.MailboxSession;
import io.crmsync.sync.mailbox.PresentCopy;
import io.crmsync.sync.pair.PlannedPair;
import java.time.Clock;
import java.util.Optional;

/**
 * Reads the copy of one contact for the user whose it is: one request, and one or two for the
 * contact folders, of which nothing is believed while a person waits. It takes a slot and heeds
 * throttling as every other request to a mailbox does; what hinders it is told, and is no failure.
 */
public final class ReadCopy {
  private final InspectMailbox inspect;
  private final MailboxFolders folders;
  private final Clock clock;

  public ReadCopy(InspectMailbox inspect, MailboxFolders folders, Clock clock) {
    this.inspect = inspect;
    this.folders = folders;
    this.clock = clock;
  }

  PresentCopy of(PlannedPair found) {
    Optional<Link> link = found.pair().link();
    if (link.isEmpty()) {
      return without(PresentCopy.State.NO_COPY, Optional.empty());
    }
    MailboxReply<PresentCopy> seen =
        inspect.ask(found.user(), session -> read(session, found, link.get()));
    return seen.seen()
        .or(() -> seen.parked().map(why -> without(PresentCopy.State.PARKED, Optional.of(why))))
        .orElseGet(() -> without(PresentCopy.State.UNAVAILABLE, Optional.empty()));
  }

  PresentCopy notYours() {
    return without(PresentCopy.State.NOT_YOURS, Optional.empty());
  }

  private PresentCopy read(MailboxSession session, PlannedPair found, Link link) {
    folders.doubt(session.user());
    return session
        .mailbox()
        .read(link.outlookId())
        .filter(copy -> folders.isThere(session, copy.folder()))
        .map(copy -> present(session, found, link, copy))
        .orElseGet(() -> without(PresentCopy.State.DELETED, Optional.empty()));
  }

  private PresentCopy present(
      MailboxSession session, PlannedPair found, Link link, OutlookContact copy) {
    return new PresentCopy(
        PresentCopy.State.PRESENT,
        Optional.empty(),
        !session.state().folder().equals(Optional.of(copy.folder())),
        OutlookValues.of(copy, found.desired().fields(), link.written(), found.pair().hasher()),
        clock.instant());
  }

  private PresentCopy without(PresentCopy.State state, Optional<Why> why) {
    return PresentCopy.without(state, why, clock.instant());
  }
}
