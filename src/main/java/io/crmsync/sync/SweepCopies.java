package io.crmsync.sync;

import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.plan.FolderEntry;
import io.crmsync.sync.port.Run;
import io.crmsync.sync.port.Run.Phase;
import io.crmsync.sync.port.RunCounts;
import java.time.Clock;
import java.util.List;
import java.util.SortedMap;

/** Of a full run: looks through every mailbox for marked copies that belong to no pair. */
final class SweepCopies implements MailboxErrand {
  private final MarkedCopies marked;
  private final Clock clock;

  SweepCopies(MarkedCopies marked, Clock clock) {
    this.marked = marked;
    this.clock = clock;
  }

  @Override
  public Visit in(Run run, MailboxSession session) {
    SortedMap<ContactId, List<FolderEntry>> found = marked.in(session);
    long copies = found.values().stream().mapToLong(List::size).sum();
    return Visit.done(RunCounts.NONE.with(RunCounts.MARKED_COPIES, copies));
  }

  @Override
  public Run afterLast(Run run) {
    return run.advanced(Phase.GUARD, "", RunCounts.NONE, clock.instant());
  }
}
