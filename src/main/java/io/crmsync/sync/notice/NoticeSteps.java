package io.crmsync.sync.notice;

import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.removal.Hold;
import io.crmsync.domain.removal.NoticeLimits;
import io.crmsync.domain.run.ChangeNotice;
import io.crmsync.domain.run.ChangeNotice.Phase;
import io.crmsync.domain.version.Versioned;
import io.crmsync.sync.port.CrmBroken;
import io.crmsync.sync.port.CrmUnavailable;
import io.crmsync.sync.port.JobQueue;
import io.crmsync.sync.port.RequestStore;
import io.crmsync.sync.port.StepMessage;
import io.crmsync.sync.snapshot.ReadDirectory;
import io.crmsync.sync.step.StepEngine;
import io.crmsync.sync.step.SteppedTask;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What a change notice does in each of its phases: users and groups anew, then the contacts that it
 * names, some at a time, then the removals.
 */
final class NoticeSteps implements SteppedTask<NoticeTask> {
  private final RequestStore requests;
  private final ReadDirectory directory;
  private final NoticeReading reading;
  private final NoticeRemovals removals;
  private final EndNotice end;
  private final JobQueue queue;
  private final Clock clock;

  NoticeSteps(
      RequestStore requests,
      ReadDirectory directory,
      NoticeReading reading,
      NoticeRemovals removals,
      EndNotice end,
      JobQueue queue,
      Clock clock) {
    this.requests = requests;
    this.directory = directory;
    this.reading = reading;
    this.removals = removals;
    this.end = end;
    this.queue = queue;
    this.clock = clock;
  }

  /** An answer that cannot be believed is none: of a notice it is asked for again. */
  @Override
  public Next<NoticeTask> step(
      Versioned<NoticeTask> stored, int attempt, Consumer<String> journal) {
    NoticeTask task = stored.value();
    ChangeNotice notice = task.notice();
    return switch (notice.phase()) {
      case DIRECTORY -> Next.to(task.with(directoryRead(notice).stepped()));
      case CONTACTS, MISSING -> readSome(task, attempt);
      case REMOVALS ->
          Next.to(task.with(removals.decide(task.request(), notice).ended(clock.instant())));
      case DONE -> Next.to(task);
    };
  }

  /**
   * A failed read keeps what was stored, and nothing of the notice is done on it. Of one that is
   * doubted nothing is stored either: the notice goes on, and withdraws nothing (R18).
   */
  private ChangeNotice directoryRead(ChangeNotice notice) {
    try {
      Optional<Hold> doubt = directory.betweenRuns().doubt();
      return notice.entering(Phase.CONTACTS).waitingFor(doubt.map(Hold::words).orElse(""));
    } catch (CrmBroken e) {
      throw new CrmUnavailable(e.what(), Optional.empty());
    }
  }

  private Next<NoticeTask> readSome(NoticeTask task, int attempt) {
    boolean last = StepMessage.last(attempt);
    NoticeReading.ReadSoFar progress = reading.some(task.notice(), last || task.notice().gaveUp());
    ChangeNotice read = progress.notice();
    if (progress.obstacle().isEmpty()) {
      return Next.to(read.rest().isEmpty() ? allRead(task, read) : task.with(read.stepped()));
    }
    CrmUnavailable obstacle = progress.obstacle().get();
    boolean further = !read.cursor().equals(task.notice().cursor());
    if (further) {
      return new Next<>(task.with(read.stepped()), StepEngine.pause(obstacle, 0), 0, "");
    }
    if (!last || obstacle.throttled() || obstacle.signInFailed()) {
      throw obstacle; // the step once more; a sign-in that is refused to the end fails the notice
    }
    return Next.to(allRead(task, givenUp(read, obstacle.what())));
  }

  private NoticeTask allRead(NoticeTask task, ChangeNotice read) {
    int named = read.contacts().size();
    int missing = read.missing().size();
    if (read.phase() == Phase.MISSING || missing == 0) {
      return task.with(read.entering(Phase.REMOVALS).stepped());
    }
    return NoticeLimits.distrusted(named, missing)
        ? task.with(read)
            .failed(
                "tooManyMissing: the CRM has none of %d of %d contacts; nothing was removed"
                    .formatted(missing, named),
                clock.instant())
        : task.with(read.entering(Phase.MISSING).stepped());
  }

  /** What the CRM does not tell stays as it was; what it told is carried out. */
  private static ChangeNotice givenUp(ChangeNotice notice, String why) {
    ChangeNotice done = notice;
    for (ContactId id : notice.rest()) {
      done = done.unread(id, why);
    }
    return done;
  }

  @Override
  public Optional<Versioned<NoticeTask>> find(String id) {
    return requests
        .notice(id)
        .flatMap(
            notice ->
                requests
                    .find(id)
                    .map(request -> notice.with(new NoticeTask(notice.value(), request, ""))));
  }

  @Override
  public boolean ended(NoticeTask task) {
    return task.notice().done();
  }

  @Override
  public int sequence(NoticeTask task) {
    return task.notice().sequence();
  }

  @Override
  public NoticeTask givenUp(NoticeTask task, String why) {
    return task.failed(why, clock.instant());
  }

  @Override
  public NoticeTask waiting(NoticeTask task) {
    return task;
  }

  @Override
  public void store(Versioned<NoticeTask> task) {
    if (ended(task.value())) {
      end.store(task);
    } else {
      requests.writeNotice(task.with(task.value().notice()));
    }
  }

  @Override
  public void send(StepMessage message, Duration delay) {
    queue.sendChanges(message, delay);
  }

  @Override
  public String words(NoticeTask ended) {
    return ended.failure().isEmpty() ? "the notice has ended" : "failed: " + ended.failure();
  }
}
