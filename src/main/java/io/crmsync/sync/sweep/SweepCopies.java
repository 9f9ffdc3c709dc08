package io.crmsync.sync.sweep;

import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.outlook.FolderEntry;
import io.crmsync.domain.run.Run;
import io.crmsync.domain.run.Run.Phase;
import io.crmsync.domain.run.RunCounts;
import io.crmsync.sync.mailbox.MailboxSession;
import io.crmsync.sync.mailbox.VisitResult;
import io.crmsync.sync.pair.PlannedPair;
import java.time.Clock;
import java.util.List;
import java.util.SortedMap;

/**
 * Of a full run: looks through every mailbox for marked copies that nobody would ever remove, and
 * proposes their removal, so that they leave through the guard like any other (R18). Nothing is
 * written before the mailbox has been read whole, and nothing is sent to it but questions.
 */
final class SweepCopies implements MailboxTask {
  private final MarkedCopies marked;
  private final StrayCopies strays;
  private final ProposeStray propose;
  private final Clock clock;

  SweepCopies(MarkedCopies marked, StrayCopies strays, ProposeStray propose, Clock clock) {
    this.marked = marked;
    this.strays = strays;
    this.propose = propose;
    this.clock = clock;
  }

  @Override
  public VisitResult in(Run run, boolean lastTry, MailboxSession session) {
    SortedMap<ContactId, List<FolderEntry>> found = marked.in(session);
    RunCounts counts = MarkedCopies.counts(found).with(RunCounts.STRAY_COPIES, 0);
    for (PlannedPair stray : strays.among(session, found.keySet())) {
      Run now = run.counted(counts);
      counts = counts.plus(propose.removalOf(stray, session, copies(found, stray), now, lastTry));
    }
    return VisitResult.done(counts);
  }

  /** Strays are of the contacts that were found. */
  private static List<FolderEntry> copies(
      SortedMap<ContactId, List<FolderEntry>> found, PlannedPair stray) {
    return found.getOrDefault(stray.contact(), List.of());
  }

  @Override
  public Run afterLast(Run run) {
    return run.advanced(Phase.GUARD, "", RunCounts.NONE, clock.instant());
  }
}
