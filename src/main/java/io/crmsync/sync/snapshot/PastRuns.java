package io.crmsync.sync.snapshot;

import io.crmsync.sync.port.Run;
import io.crmsync.sync.port.Run.Status;
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
  private static final int LOOKED_BACK = 30;
  private static final int AT_ONCE = 50;

  private final RunStore runs;

  public PastRuns(RunStore runs) {
    this.runs = runs;
  }

  /** The 30 before this one that worked in the mailboxes, as nights do. */
  public List<Run> carriedOut(Run before) {
    return before(before, run -> run.mode().comesBack(), LOOKED_BACK);
  }

  /** Likewise, of those alone that read all they were to read, whatever came of the removals. */
  public List<Run> whole(Run before) {
    return before(
        before,
        run ->
            run.mode().comesBack()
                && run.status() != Status.FAILED
                && run.status() != Status.RUNNING,
        LOOKED_BACK);
  }

  /** The dry runs before this one. */
  public List<Run> dry(Run before, int limit) {
    return before(before, Run::dry, limit);
  }

  private List<Run> before(Run run, Predicate<Run> which, int limit) {
    List<Run> found = new ArrayList<>();
    Optional<String> after = Optional.of(run.runId());
    List<Run> page;
    do {
      page = runs.list(after, AT_ONCE);
      page.stream().filter(which).limit(limit - found.size()).forEach(found::add);
      after = page.stream().reduce((one, next) -> next).map(Run::runId);
    } while (found.size() < limit && page.size() == AT_ONCE);
    return found;
  }
}
