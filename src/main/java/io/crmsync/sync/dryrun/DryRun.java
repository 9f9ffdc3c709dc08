package io.crmsync.sync.dryrun;

import io.crmsync.domain.audience.Directory;
import io.crmsync.domain.contact.PairId;
import io.crmsync.domain.contact.UserId;
import io.crmsync.domain.plan.Effect;
import io.crmsync.domain.removal.Hold;
import io.crmsync.domain.run.Run;
import io.crmsync.domain.run.Run.Phase;
import io.crmsync.domain.run.Run.Status;
import io.crmsync.domain.run.RunCounts;
import io.crmsync.sync.port.ReportStore;
import io.crmsync.sync.port.ReportedPair;
import io.crmsync.sync.removal.AskGuard;
import io.crmsync.sync.removal.RemovalStep;
import io.crmsync.sync.snapshot.BeginRun;
import io.crmsync.sync.snapshot.MailboxVisits;
import io.crmsync.sync.snapshot.PastRuns;
import io.crmsync.sync.snapshot.ReadDirectory;
import io.crmsync.sync.snapshot.SnapshotStep;
import java.time.Clock;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The steps of a run that does nothing: users and groups, the pages, the mailboxes, the guard, each
 * read and decided as in any run, and reported. It writes its own row and its report, and nothing
 * else anywhere (docs/adr/0012).
 */
public final class DryRun {
  /** So many dry runs keep their report; older ones keep their counts. */
  private static final int REPORTS_KEPT = 10;

  /** More than one, should a dry run have been killed before it came to this. */
  private static final int REPORTS_DROPPED = 5;

  private static final int AT_ONCE = 1_000;

  private final DryRunDirectory directories;
  private final BeginRun begin;
  private final MailboxVisits visits;
  private final SnapshotStep snapshot;
  private final ReportPage reportPage;
  private final ReportMailboxes settle;
  private final RemovalStep guard;
  private final ReportStore reports;
  private final PastRuns past;
  private final Clock clock;

  DryRun(
      ReadDirectory read,
      BeginRun begin,
      MailboxVisits visits,
      SnapshotStep snapshot,
      ReportPage reportPage,
      ReportMailboxes settle,
      RemovalStep guard,
      ReportStore reports,
      PastRuns past,
      Clock clock) {
    this.directories = new DryRunDirectory(read);
    this.begin = begin;
    this.visits = visits;
    this.snapshot = snapshot;
    this.reportPage = reportPage;
    this.settle = settle;
    this.guard = guard;
    this.reports = reports;
    this.past = past;
    this.clock = clock;
  }

  /**
   * Does the run's step, and gives it as it is then.
   *
   * @param attempt how often the step was tried before
   */
  public Run step(Run run, int attempt, Consumer<String> journal) {
    return switch (run.phase()) {
      case DIRECTORY -> begin(run);
      case GATHER -> snapshot.gather(run);
      case PAGES -> page(run, attempt, journal);
      case MAILBOXES -> settle.step(run, directories.of(run));
      case GUARD -> judge(run);
      case RELEASE, DECIDED, DONE ->
          throw new IllegalStateException("no phase of a dry run: " + run.phase());
    };
  }

  private Run begin(Run run) {
    Directory directory = directories.anew(run);
    past.dry(run, REPORTS_KEPT - 1 + REPORTS_DROPPED).stream()
        .skip(REPORTS_KEPT - 1)
        .map(Run::runId)
        .forEach(reports::deleteAll);
    return begin.counted(run, directory);
  }

  private Run page(Run run, int attempt, Consumer<String> journal) {
    Directory directory = directories.of(run);
    return snapshot.page(
        run,
        attempt,
        (page, stored) ->
            reportPage.report(page, stored, run.runId(), directory, visits.plan(run, directory)),
        Phase.MAILBOXES,
        journal);
  }

  /** What would be held is counted and told, and nothing is held. */
  private Run judge(Run run) {
    snapshot.forget(run);
    Map<UserId, Long> removals = new HashMap<>();
    Map<Effect, Long> actions = new EnumMap<>(Effect.class);
    forEach(
        run,
        pair -> {
          actions.merge(pair.action(), 1L, Long::sum);
          if (pair.removal()) {
            removals.merge(pair.user(), 1L, Long::sum);
          }
        });
    Optional<Hold> hold = guard.hold(run, removals, directories.of(run));
    long removed = AskGuard.sum(removals);
    RunCounts counts =
        hold.map(why -> RemovalStep.held(why, removed))
            .orElseGet(() -> RunCounts.NONE.with(RunCounts.REMOVALS_QUEUED, removed));
    for (Map.Entry<Effect, Long> each : actions.entrySet()) {
      counts = counts.with(RunCounts.PLANNED + each.getKey().code(), each.getValue());
    }
    directories.forget();
    return run.counted(counts)
        .ended(Status.COMPLETED, hold.map(Hold::words).orElse(""), clock.instant());
  }

  private void forEach(Run run, Consumer<ReportedPair> each) {
    Optional<PairId> after = Optional.empty();
    List<ReportedPair> part;
    do {
      part = reports.list(run.runId(), after, AT_ONCE);
      part.forEach(each);
      after = part.stream().reduce((one, next) -> next).map(ReportedPair::pair);
    } while (part.size() == AT_ONCE);
  }
}
