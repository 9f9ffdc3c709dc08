package io.crmsync.sync.run;

import io.crmsync.domain.run.Run;
import io.crmsync.domain.version.Versioned;
import io.crmsync.sync.call.Caller;
import io.crmsync.sync.call.Granted;
import io.crmsync.sync.call.Page;
import io.crmsync.sync.call.Refusal;
import io.crmsync.sync.port.RunStore;
import java.util.Optional;

/** Shows runs to admins. */
public final class FindRuns {
  public static final int PAGE = 50;

  private final RunStore runs;

  public FindRuns(RunStore runs) {
    this.runs = runs;
  }

  /**
   * Runs, newest first, 50 a page.
   *
   * @param after id of the last one of the page before; empty: from the newest
   */
  public Granted<Page<Run>> list(Caller caller, Optional<String> after) {
    return Granted.toAdmin(
        caller, () -> Granted.of(Page.of(runs.list(after, PAGE + 1), PAGE, Run::runId)));
  }

  /** One run, as it is now. */
  public Granted<Run> find(Caller caller, String runId) {
    return Granted.toAdmin(
        caller,
        () ->
            runs.find(runId)
                .map(Versioned::value)
                .map(Granted::of)
                .orElse(Granted.refused(Refusal.NO_SUCH_RUN)));
  }
}
