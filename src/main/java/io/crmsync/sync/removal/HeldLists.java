package io.crmsync.sync.removal;

import io.crmsync.domain.run.Run;
import io.crmsync.domain.run.Run.Phase;
import io.crmsync.domain.run.Run.Status;
import io.crmsync.domain.run.RunCounts;
import io.crmsync.domain.version.Versioned;
import io.crmsync.sync.port.RunStore;
import io.crmsync.sync.port.StaleWrite;
import io.crmsync.sync.snapshot.PastRuns;
import java.time.Clock;
import java.util.Optional;

/**
 * What becomes of the removals that runs held: an admin's decision on them is carried out, or the
 * next run takes them over. Which of the two, the row of the run that held them says, before any
 * removal is touched.
 */
public final class HeldLists {
  private final OpenRemovals removals;
  private final RunStore runs;
  private final Clock clock;

  public HeldLists(OpenRemovals removals, RunStore runs, Clock clock) {
    this.removals = removals;
    this.runs = runs;
    this.clock = clock;
  }

  /** The decision that was made on this run; repeated after a crash, it does what is left. */
  public Run carryOut(Run decided) {
    RunCounts counted =
        decided.status() == Status.REMOVALS_RELEASED
            ? RunCounts.NONE.with(RunCounts.REMOVALS_QUEUED, removals.releaseHeld(decided.runId()))
            : RunCounts.NONE;
    if (decided.status() == Status.REMOVALS_DISCARDED) {
      removals.discardHeld(decided.runId());
    }
    return decided.settled(counted, clock.instant());
  }

  /**
   * What was decided is done first, so that this run does not count it; the rest is its own now.
   */
  public void takeOver(Run run) {
    new PastRuns(runs)
        .carriedOut(run).stream()
            .filter(older -> next(older) != Next.NOTHING)
            .map(Run::runId)
            .forEach(this::settle);
  }

  private void settle(String runId) {
    Optional<Versioned<Run>> found = runs.find(runId);
    if (found.isEmpty()) {
      return;
    }
    Run older = found.get().value();
    try {
      switch (next(older)) {
        case CARRY_OUT -> runs.write(found.get().with(carryOut(older)));
        case SUPERSEDE -> runs.write(found.get().with(superseded(older)));
        case NOTHING -> {}
      }
    } catch (StaleWrite e) {
      settle(runId); // an admin decided just now, or somebody else carried it out
    }
  }

  private Run superseded(Run older) {
    return older.ended(
        Status.SUPERSEDED, older.error(), older.finishedAt().orElse(clock.instant()));
  }

  private enum Next {
    CARRY_OUT,
    SUPERSEDE,
    NOTHING
  }

  private static Next next(Run older) {
    if (older.mode().uninstalls()) {
      return Next.NOTHING; // holds no removal of the table
    }
    if (older.phase() == Phase.DECIDED) {
      return Next.CARRY_OUT;
    }
    return older.status() == Status.REMOVALS_HELD ? Next.SUPERSEDE : Next.NOTHING;
  }
}
