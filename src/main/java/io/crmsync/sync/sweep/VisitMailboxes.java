package io.crmsync.sync.sweep;

import io.crmsync.domain.contact.UserId;
import io.crmsync.domain.run.Run;
import io.crmsync.domain.run.RunCounts;
import io.crmsync.sync.mailbox.VisitResult;
import io.crmsync.sync.port.StepMessage;
import io.crmsync.sync.step.SteppedTask.Next;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The sweep of a run through the mailboxes: some users a step, in order of their ids, and a
 * checkpoint after each step. What is killed or fails in the middle is done again for these few.
 */
public final class VisitMailboxes {
  private static final int USERS_AT_ONCE = 50;
  private static final Duration STEP_AT_MOST = Duration.ofMinutes(2);

  private final MailboxesToVisit toVisit;
  private final EnterMailbox enter;
  private final MailboxTasks tasks;
  private final Clock clock;

  VisitMailboxes(MailboxesToVisit toVisit, EnterMailbox enter, MailboxTasks tasks, Clock clock) {
    this.toVisit = toVisit;
    this.enter = enter;
    this.tasks = tasks;
    this.clock = clock;
  }

  /**
   * Does the run's task in the mailboxes of the next users behind its cursor.
   *
   * @param attempt how often the first of them was tried before; in the end it is given up
   */
  public Next<Run> step(Run run, int attempt) {
    MailboxTask task = tasks.of(run);
    Instant end = clock.instant().plus(STEP_AT_MOST);
    List<UserId> users = toVisit.behind(run.cursor());
    VisitedSoFar progress = new VisitedSoFar(run.cursor(), RunCounts.NONE, 0, Optional.empty());
    while (progress.goesOn(users) && clock.instant().isBefore(end)) {
      boolean lastTry = progress.visited() == 0 && StepMessage.last(attempt);
      UserId user = users.get(progress.visited());
      Run now = run.counted(progress.counts());
      boolean lastAnswer = StepMessage.last(attempt);
      VisitResult visit = enter.of(user, session -> task.in(now, lastAnswer, session));
      progress = progress.after(user, visit, lastTry, task);
    }
    return progress.visited() == users.size()
        ? Next.to(task.afterLast(run.counted(progress.counts())))
        : checkpoint(run, attempt, progress);
  }

  private Next<Run> checkpoint(Run run, int attempt, VisitedSoFar progress) {
    Instant now = clock.instant();
    Duration pause = progress.stop().map(VisitResult::pause).orElse(Duration.ZERO);
    if (progress.nothingDone()) {
      boolean failed = progress.stoppedBy(VisitResult.Kind.LATER);
      return new Next<>(run.waiting(now), pause, failed ? attempt + 1 : attempt, "");
    }
    Run next = run.advanced(run.phase(), progress.cursor(), progress.counts(), now);
    return new Next<>(next, pause, 0, "");
  }

  /**
   * Where a step is.
   *
   * @param cursor the last user who was visited to the end
   * @param visited how many were
   * @param stop the visit that ended the step early; empty: none
   */
  private record VisitedSoFar(
      String cursor, RunCounts counts, int visited, Optional<VisitResult> stop) {

    private boolean goesOn(List<UserId> users) {
      return stop.isEmpty() && visited < Math.min(users.size(), USERS_AT_ONCE);
    }

    private boolean stoppedBy(VisitResult.Kind kind) {
      return stop.filter(visit -> visit.kind() == kind).isPresent();
    }

    private boolean nothingDone() {
      return visited == 0 && !stoppedBy(VisitResult.Kind.MORE);
    }

    private VisitedSoFar after(UserId user, VisitResult visit, boolean lastTry, MailboxTask task) {
      return switch (visit.kind()) {
        case DONE -> passed(user, visit.counts().plus(one(task.countOfVisited())));
        case UNREACHABLE -> passed(user, one(task.countOfUnreachable()));
        case LATER -> lastTry ? passed(user, one(task.countOfUnreachable())) : stoppedAt(visit);
        case MORE, NO_SLOT -> stoppedAt(visit);
      };
    }

    private VisitedSoFar passed(UserId user, RunCounts more) {
      return new VisitedSoFar(user.value(), counts.plus(more), visited + 1, Optional.empty());
    }

    private VisitedSoFar stoppedAt(VisitResult visit) {
      return new VisitedSoFar(cursor, counts.plus(visit.counts()), visited, Optional.of(visit));
    }

    private static RunCounts one(String name) {
      return RunCounts.NONE.with(name, 1);
    }
  }
}
