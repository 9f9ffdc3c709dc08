package io.crmsync.sync.removal;

import io.crmsync.domain.run.Run;
import io.crmsync.domain.run.Run.Decision;
import io.crmsync.domain.run.Run.Phase;
import io.crmsync.domain.run.Run.Status;
import io.crmsync.domain.version.Versioned;
import io.crmsync.sync.call.Caller;
import io.crmsync.sync.call.Granted;
import io.crmsync.sync.call.Refusal;
import io.crmsync.sync.pair.UninstallSwitch;
import io.crmsync.sync.port.JobQueue;
import io.crmsync.sync.port.RunStore;
import io.crmsync.sync.port.StaleWrite;
import io.crmsync.sync.port.StepMessage;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * An admin's decision on the removals that a run holds (R18). The run's row says it first, under
 * its version: so either the decision or a later run gets the list, never both. Carrying it out is
 * a step of the run, which goes on after a crash.
 */
public final class DecideRemovals {
  private final RunStore runs;
  private final JobQueue queue;
  private final Clock clock;

  public DecideRemovals(RunStore runs, JobQueue queue, Clock clock) {
    this.runs = runs;
    this.queue = queue;
    this.clock = clock;
  }

  /** They are to be carried out. */
  public Granted<Run> release(Caller caller, String runId) {
    return Granted.toAdmin(caller, () -> decide(caller, runId, Status.REMOVALS_RELEASED));
  }

  /** They are dropped: the contacts stay in the mailboxes. */
  public Granted<Run> discard(Caller caller, String runId) {
    return Granted.toAdmin(caller, () -> decide(caller, runId, Status.REMOVALS_DISCARDED));
  }

  private Granted<Run> decide(Caller caller, String runId, Status how) {
    Optional<Versioned<Run>> found = runs.find(runId);
    if (found.isEmpty()) {
      return Granted.refused(Refusal.NO_SUCH_RUN);
    }
    Run run = found.get().value();
    if (run.phase() == Phase.DECIDED && run.status() == how) {
      return sent(run); // the same again: whoever was to carry it out may be gone
    }
    if (run.status() != Status.REMOVALS_HELD) {
      return Granted.refused(Refusal.NOTHING_HELD);
    }
    Run decided = run.decided(how, new Decision(caller.recordedName(), clock.instant()));
    try {
      runs.write(found.get().with(decided));
    } catch (StaleWrite e) {
      return decide(caller, runId, how); // others were faster: now it holds nothing
    }
    return sent(decided);
  }

  private Granted<Run> sent(Run run) {
    Duration delay = run.left() ? UninstallSwitch.UNTIL_QUIET : Duration.ZERO;
    queue.sendRunStep(new StepMessage(run.runId(), run.sequence(), 0), delay);
    return Granted.of(run);
  }
}
