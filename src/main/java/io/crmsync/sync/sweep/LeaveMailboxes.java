package io.crmsync.sync.sweep;

import io.crmsync.domain.run.Run;
import io.crmsync.domain.run.Run.Status;
import io.crmsync.domain.run.RunCounts;
import io.crmsync.sync.pair.UninstallSwitch;
import io.crmsync.sync.step.SteppedTask.Next;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Carries out what an admin decided on an uninstall. The sweep that clears the mailboxes begins
 * when nobody writes to them any more ({@link UninstallSwitch#UNTIL_QUIET}).
 */
public final class LeaveMailboxes {
  private final VisitMailboxes mailboxes;
  private final Clock clock;

  LeaveMailboxes(VisitMailboxes mailboxes, Clock clock) {
    this.mailboxes = mailboxes;
    this.clock = clock;
  }

  /**
   * Takes an uninstall that was decided on.
   *
   * @param attempt how often the step's first mailbox was tried before
   */
  public Next<Run> step(Run run, int attempt) {
    Instant now = clock.instant();
    if (run.status() == Status.REMOVALS_DISCARDED) {
      return Next.to(run.settled(RunCounts.NONE, now));
    }
    Instant begin = run.decision().orElseThrow().at().plus(UninstallSwitch.UNTIL_QUIET);
    return now.isBefore(begin)
        ? Next.notBefore(Duration.between(now, begin), run.waiting(now))
        : mailboxes.step(run, attempt);
  }
}
