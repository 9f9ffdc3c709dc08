package io.crmsync.sync.walk;

import io.crmsync.domain.contact.UserId;
import io.crmsync.domain.run.Run;
import io.crmsync.domain.run.RunCounts;
import io.crmsync.sync.mailbox.Visit;
import io.crmsync.sync.port.StepMessage;
import io.crmsync.sync.step.SteppedTask.Next;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The walk of a run through the mailboxes: some users a step, in order of their ids, and a
 * checkpoint after each step. What is killed or fails in the middle is done again for these few.
 */
public final class WalkMailboxes {
  private static final int USERS_AT_ONCE = 50;
  private static final Duration STEP_AT_MOST = Duration.ofMinutes(2);

  private final MailboxRoster roster;
  private final EnterMailbox enter;
  private final MailboxErrands errands;
  private final Clock clock;

  WalkMailboxes(MailboxRoster roster, EnterMailbox enter, MailboxErrands errands, Clock clock) {
    this.roster = roster;
    this.enter = enter;
    this.errands = errands;
    this.clock = clock;
  }

  /**
   * Does the run's errand with the next users behind its cursor.
   *
   * @param attempt how often the first of them was tried before; in the end it is given up
   */
  public Next<Run> step(Run run, int attempt) {
    MailboxErrand errand = errands.of(run);
    Instant end = clock.instant().plus(STEP_AT_MOST);
    List<UserId> users = roster.behind(run.cursor());
    Progress progress = new Progress(run.cursor(), RunCounts.NONE, 0, Optional.empty());
    while (progress.goesOn(users) && clock.instant().isBefore(end)) {
      boolean lastTry = progress.visited() == 0 && StepMessage.last(attempt);
      UserId user = users.get(progress.visited());
      Run now = run.counted(progress.counts());
      boolean lastAnswer = StepMessage.last(attempt);
      Visit visit = enter.of(user, session -> errand.in(now, lastAnswer, session));
      progress = progress.after(user, visit, lastTry, errand);
    }
    return progress.visited() == users.size()
        ? Next.to(errand.afterLast(run.counted(progress.counts())))
        : checkpoint(run, attempt, progress);
  }

  private Next<Run> checkpoint(Run run, int attempt, Progress progress) {
    Instant now = clock.instant();
    Duration pause = progress.stop().map(Visit::pause).orElse(Duration.ZERO);
    if (progress.nothingDone()) {
      boolean failed = progress.stoppedBy(Visit.Kind.LATER);
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
  private record Progress(String cursor, RunCounts counts, int visited, Optional<Visit> stop) {

    private boolean goesOn(List<UserId> users) {
      return stop.isEmpty() && visited < Math.min(users.size(), USERS_AT_ONCE);
    }

    private boolean stoppedBy(Visit.Kind kind) {
      return stop.filter(visit -> visit.kind() == kind).isPresent();
    }

    private boolean nothingDone() {
      return visited == 0 && !stoppedBy(Visit.Kind.MORE);
    }

    private Progress after(UserId user, Visit visit, boolean lastTry, MailboxErrand errand) {
      return switch (visit.kind()) {
        case DONE -> passed(user, visit.counts().plus(one(errand.countOfVisited())));
        case UNREACHABLE -> passed(user, one(errand.countOfUnreachable()));
        case LATER -> lastTry ? passed(user, one(errand.countOfUnreachable())) : stoppedAt(visit);
        case MORE, NO_SLOT -> stoppedAt(visit);
      };
    }

    private Progress passed(UserId user, RunCounts more) {
      return new Progress(user.value(), counts.plus(more), visited + 1, Optional.empty());
    }

    private Progress stoppedAt(Visit visit) {
      return new Progress(cursor, counts.plus(visit.counts()), visited, Optional.of(visit));
    }

    private static RunCounts one(String name) {
      return RunCounts.NONE.with(name, 1);
    }
  }
}
