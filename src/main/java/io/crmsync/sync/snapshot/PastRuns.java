package io.crmsync.sync.snapshot;

import io.crmsync.domain.removal.RemovalGuard.Census;
import io.crmsync.domain.run.Run;
import io.crmsync.domain.run.Run.Status;
import io.crmsync.domain.run.RunCounts;
import io.crmsync.sync.port.RunStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The runs before another one, newest first. Dry runs changed nothing, so what a run compares
 * itself with, or takes over, is looked for among the others, however many dry runs came in
 * between.
 */
public final class PastRuns {
  private static final int RUNS_SEARCHED = 30;
  private static final int AT_ONCE = 50;

  private final RunStore runs;

  public PastRuns(RunStore runs) {
    this.runs = runs;
  }

  /** The 30 before this one that worked in the mailboxes, as nights do. */
  public List<Run> carriedOut(Run before) {
    return before(before, run -> run.mode().comesBack(), RUNS_SEARCHED);
  }

  /**
   * Of the 30 before this one those that read all they were to read, whatever came of the removals.
   */
  public List<Run> whole(Run before) {
    return before(before, PastRuns::readAll, RUNS_SEARCHED);
  }

  private static boolean readAll(Run run) {
    return run.mode().comesBack()
        && run.status() != Status.FAILED
        && run.status() != Status.RUNNING;
  }

  /** The newest of all runs that read all they were to read; empty: there was none. */
  public Optional<Run> newestWhole() {
    return after(Optional.empty(), PastRuns::readAll, 1).stream().findFirst();
  }

  /** How much of everything a run saw. */
  public static Census census(Run run) {
    RunCounts counts = run.counts();
    return new Census(
        counts.get(RunCounts.CONTACTS_READ),
        counts.get(RunCounts.CONTACTS_ACTIVE),
        counts.get(RunCounts.USERS_ACTIVE),
        counts.get(RunCounts.GROUPS));
  }

  /** The dry runs before this one. */
  public List<Run> dry(Run before, int limit) {
    return before(before, Run::dry, limit);
  }

  private List<Run> before(Run run, Predicate<Run> which, int limit) {
    return after(Optional.of(run.runId()), which, limit);
  }

  private List<Run> after(Optional<String> newer, Predicate<Run> which, int limit) {
    List<Run> found = new ArrayList<>();
    Optional<String> after = newer;
    List<Run> page;
    do {
      page = runs.list(after, AT_ONCE);
      page.stream().filter(which).limit(limit - found.size()).forEach(found::add);
      after = page.stream().reduce((one, next) -> next).map(Run::runId);
    } while (found.size() < limit && page.size() == AT_ONCE);
    return found;
  }
}
