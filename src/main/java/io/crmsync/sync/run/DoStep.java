package io.crmsync.sync.run;

import io.crmsync.domain.run.Run;
import io.crmsync.domain.version.Versioned;
import io.crmsync.sync.port.RunMessage;
import io.crmsync.sync.port.RunStore;
import java.util.Optional;
import java.util.function.Consumer;

/** Does a step of a run, and tells what the run was before and is after it. */
public final class DoStep {
  private final RunStore runs;
  private final AdvanceRun advance;

  public DoStep(RunStore runs, AdvanceRun advance) {
    this.runs = runs;
    this.advance = advance;
  }

  /**
   * The step that was done.
   *
   * @param before whose phase says what it did
   */
  public record Progress(Run before, Run after) {
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

  /**
   * How it went.
   *
   * @param progress empty: this message did no step, because it waits or was done before
   * @param words for a log line
   */
  public record Done(Optional<Progress> progress, String words) {}

  /**
   * Does the step that the message names, if it is still to be done.
   *
   * @param journal told what an admin may want to know: ids and reasons
   */
  public Done now(RunMessage message, Consumer<String> journal) {
    Optional<Run> before = runs.find(message.runId()).map(Versioned::value);
    AdvanceRun.Step step = advance.step(message, journal);
    return new Done(
        before
            .filter(run -> run.sequence() == message.sequence())
            .flatMap(run -> step.run().map(after -> new Progress(run, after)))
            .filter(progress -> progress.after().sequence() > progress.before().sequence()),
        step.words());
  }
}
