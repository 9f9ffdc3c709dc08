package io.crmsync.sync.sweep;

import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.PairId;
import io.crmsync.domain.outlook.FolderEntry;
import io.crmsync.domain.plan.Effect;
import io.crmsync.domain.reason.Reason;
import io.crmsync.domain.reason.Why;
import io.crmsync.domain.run.Run;
import io.crmsync.domain.run.Run.Mode;
import io.crmsync.domain.run.Run.Status;
import io.crmsync.domain.run.RunCounts;
import io.crmsync.sync.mailbox.MailboxSession;
import io.crmsync.sync.mailbox.VisitResult;
import io.crmsync.sync.port.ReportStore;
import io.crmsync.sync.port.ReportedPair;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/**
 * The first sweep of an uninstall: writes down which contacts carry our mark, and changes nothing.
 * Whatever their number, an admin decides what becomes of them.
 */
final class ListMarked implements MailboxTask {
  static final String WAITS =
      "nothing was changed yet: release carries it out in every mailbox, discard drops it";

  private final MarkedCopies marked;
  private final ReportStore reports;
  private final Clock clock;

  ListMarked(MarkedCopies marked, ReportStore reports, Clock clock) {
    this.marked = marked;
    this.reports = reports;
    this.clock = clock;
  }

  @Override
  public VisitResult in(Run run, boolean lastTry, MailboxSession session) {
    SortedMap<ContactId, List<FolderEntry>> found = marked.everywhere(session);
    reports.put(
        run.runId(),
        found.keySet().stream().map(contact -> planned(run, session, contact)).toList());
    return VisitResult.done(MarkedCopies.counts(found));
  }

  private static ReportedPair planned(Run run, MailboxSession session, ContactId contact) {
    boolean unmarks = run.mode() == Mode.UNMARK;
    return new ReportedPair(
        new PairId(session.user(), contact),
        unmarks ? Effect.UPDATE : Effect.REMOVE,
        Set.of(),
        Optional.of(Why.of(unmarks ? Reason.UNMARK : Reason.UNINSTALL)),
        !unmarks,
        Optional.empty());
  }

  @Override
  public Run afterLast(Run run) {
    long copies = run.counts().get(RunCounts.MARKED_COPIES);
    Run counted = run.counted(RunCounts.NONE.with(RunCounts.REMOVALS_HELD, copies));
    return counted.ended(Status.REMOVALS_HELD, WAITS, clock.instant());
  }
}
