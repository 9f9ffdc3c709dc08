package io.crmsync.sync.run;

import io.crmsync.domain.run.Run;
import io.crmsync.domain.run.Run.Phase;
import io.crmsync.domain.version.Versioned;
import io.crmsync.sync.port.CrmBroken;
import io.crmsync.sync.port.CrmUnavailable;
import io.crmsync.sync.port.JobQueue;
import io.crmsync.sync.port.RunMessage;
import io.crmsync.sync.port.RunStore;
import io.crmsync.sync.port.StaleWrite;
import io.crmsync.sync.walk.Stepped;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Does one step of a run and queues the next. Each step ends with a checkpoint, so that a killed
 * instance costs one step and a step counts once; what a step does is said by {@link RunPhases}.
 */
public final class AdvanceRun {
  private static final Duration FIRST_DELAY = Duration.ofSeconds(15);
  private static final Duration LONGEST_DELAY = Duration.ofMinutes(20);

  private final RunStore runs;
  private final RunPhases phases;
  private final JobQueue queue;
  private final Clock clock;

  AdvanceRun(RunStore runs, RunPhases phases, JobQueue queue, Clock clock) {
    this.runs = runs;
    this.phases = phases;
    this.queue = queue;
    this.clock = clock;
  }

  /**
   * How a step ended.
   *
   * @param run as it is now; empty: the message names none
   * @param words for a log line: ids, counts and reasons
   */
  public record Step(Optional<Run> run, String words) {}

  /**
   * Does the step that the message names, if it is still to be done.
   *
   * @param journal told what an admin may want to know: ids and reasons
   */
  public Step step(RunMessage message, Consumer<String> journal) {
    Optional<Versioned<Run>> found = runs.find(message.runId());
    if (found.isEmpty()) {
      return new Step(Optional.empty(), "no such run: " + message.runId());
    }
    Run run = found.get().value();
    if (run.phase() == Phase.DONE) {
      return new Step(Optional.of(run), "run has ended: " + run.status().code());
    }
    if (message.sequence() != run.sequence()) {
      queue.sendRunStep(new RunMessage(run.runId(), run.sequence(), 0), Duration.ZERO);
      return new Step(Optional.of(run), "step " + message.sequence() + " was done before");
    }
    return attempt(message, found.get(), journal);
  }

  private Step attempt(RunMessage message, Versioned<Run> found, Consumer<String> journal) {
    try {
      return answered(message, found, journal);
    } catch (StaleWrite e) {
      return overtaken(found.value());
    }
  }

  private Step answered(RunMessage message, Versioned<Run> found, Consumer<String> journal) {
    try {
      return goOn(found, phases.step(found.value(), message.attempt(), journal));
    } catch (CrmUnavailable e) {
      return later(message, found, e);
    } catch (CrmBroken e) {
      return ended(found, found.value().failed(e.what(), clock.instant()));
    }
  }

  /**
   * Another instance did this step; or others changed what it was about again and again, and it is
   * done once more. Nobody may have sent the next step, and a message too many is harmless.
   */
  private Step overtaken(Run planned) {
    Run stored = runs.find(planned.runId()).map(Versioned::value).orElse(planned);
    boolean done = stored.sequence() != planned.sequence();
    if (stored.phase() != Phase.DONE) {
      queue.sendRunStep(
          new RunMessage(stored.runId(), stored.sequence(), 0), done ? Duration.ZERO : FIRST_DELAY);
    }
    return new Step(
        Optional.of(stored),
        done ? "another instance did this step" : "others changed the same: once more");
  }

  private Step goOn(Versioned<Run> found, Stepped stepped) {
    Run next = stepped.run();
    if (next.phase() == Phase.DONE) {
      return ended(found, next);
    }
    runs.write(found.with(next));
    queue.sendRunStep(
        new RunMessage(next.runId(), next.sequence(), stepped.attempt()), stepped.pause());
    boolean done = next.sequence() != found.value().sequence();
    return new Step(
        Optional.of(next),
        done
            ? "step " + found.value().sequence() + " done"
            : "later: not yet, or a mailbox is busy");
  }

  private Step ended(Versioned<Run> found, Run end) {
    runs.write(found.with(end));
    return new Step(Optional.of(end), end.status().code() + reason(end));
  }

  private static String reason(Run end) {
    return end.error().isEmpty() ? "" : ": " + end.error();
  }

  /** The CRM does not answer: the same step again, later; in the end the run fails (R17). */
  private Step later(RunMessage message, Versioned<Run> found, CrmUnavailable e) {
    if (RunMessage.last(message.attempt())) {
      return ended(found, found.value().failed(e.what(), clock.instant()));
    }
    Duration delay = e.retryAfter().orElse(backOff(message.attempt()));
    runs.write(found.with(found.value().waiting(clock.instant())));
    queue.sendRunStep(
        new RunMessage(message.runId(), message.sequence(), message.attempt() + 1), delay);
    return new Step(Optional.of(found.value()), "later: " + e.what());
  }

  private static Duration backOff(int attempt) {
    Duration delay = FIRST_DELAY.multipliedBy(1L << Math.min(attempt, 10));
    return delay.compareTo(LONGEST_DELAY) > 0 ? LONGEST_DELAY : delay;
  }
}
