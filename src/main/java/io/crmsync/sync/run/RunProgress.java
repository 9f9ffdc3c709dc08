package io.crmsync.sync.run;

import io.crmsync.domain.run.Run;
import io.crmsync.sync.step.StepEngine;
import java.util.Optional;

/**
 * What one step did of a run.
 *
 * @param before whose phase says what the step did
 */
public record RunProgress(Run before, Run after) {
  /** Takes how a message ended; empty: it did no step. */
  public static Optional<RunProgress> of(StepEngine.Done<Run> done) {
    return done.before().flatMap(run -> done.after().map(after -> new RunProgress(run, after)));
  }

  /** Whether the run ended with it: completed, held removals, or failed. */
  public boolean ended() {
    return before.status() == Run.Status.RUNNING && after.status() != Run.Status.RUNNING;
  }

  /** Whether an admin's decision on the removals was carried out. */
  public boolean settled() {
    return before.phase() == Run.Phase.DECIDED;
  }

  /** How many of this name the step counted. */
  public long counted(String name) {
    return after.counts().get(name) - before.counts().get(name);
  }
}
