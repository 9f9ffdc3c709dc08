package io.crmsync.sync.run;

import io.crmsync.domain.run.Run;
import io.crmsync.domain.run.Run.Phase;
import io.crmsync.domain.run.Run.Status;
import io.crmsync.domain.version.Versioned;
import io.crmsync.sync.port.JobQueue;
import io.crmsync.sync.port.RunStore;
import io.crmsync.sync.port.StaleWrite;
import io.crmsync.sync.port.StepMessage;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** Ends a run whose step no worker could do. What it found stays as state for the next one. */
public final class FailRun {
  private final RunStore runs;
  private final JobQueue queue;
  private final Clock clock;

  public FailRun(RunStore runs, JobQueue queue, Clock clock) {
    this.runs = runs;
    this.queue = queue;
    this.clock = clock;
  }

  /**
   * Takes the message of the step. A run that has ended is left alone; of one that went on the next
   * step is sent once more: who did this one may have been unable to send it.
   *
   * @return the run that ended here; empty: none did
   */
  public Optional<Run> fail(StepMessage message) {
    Optional<Versioned<Run>> found = runs.find(message.task());
    found.map(Versioned::value).filter(run -> wentOn(run, message)).ifPresent(this::push);
    return found
        .filter(run -> run.value().status() == Status.RUNNING)
        .filter(run -> run.value().sequence() == message.sequence())
        .flatMap(this::fail);
  }

  private static boolean wentOn(Run run, StepMessage message) {
    return run.phase() != Phase.DONE && run.sequence() > message.sequence();
  }

  private void push(Run run) {
    queue.sendRunStep(new StepMessage(run.runId(), run.sequence(), 0), Duration.ZERO);
  }

  private Optional<Run> fail(Versioned<Run> found) {
    Run run = found.value();
    Run failed = run.failed("step " + run.sequence() + " threw each time", clock.instant());
    try {
      runs.write(found.with(failed));
      return Optional.of(failed);
    } catch (StaleWrite e) {
      return Optional.empty(); // it went on after all
    }
  }
}
