package io.crmsync.sync.notice;

import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.removal.Hold;
import io.crmsync.domain.removal.NoticeLimits;
import io.crmsync.domain.run.ChangeNotice;
import io.crmsync.domain.run.ChangeNotice.Phase;
import io.crmsync.domain.version.Versioned;
import io.crmsync.sync.port.ChangeMessage;
import io.crmsync.sync.port.CrmBroken;
import io.crmsync.sync.port.CrmUnavailable;
import io.crmsync.sync.port.JobQueue;
import io.crmsync.sync.port.RequestStore;
import io.crmsync.sync.port.StaleWrite;
import io.crmsync.sync.port.SyncRequest;
import io.crmsync.sync.snapshot.ReadDirectory;
import java.time.Duration;
import java.util.Optional;

/**
 * Does one step of a change notice and queues the next: users and groups anew, then the contacts it
 * names, some at a time, then the removals. Each step ends with a checkpoint.
 */
public final class AdvanceNotice {
  private static final int ATTEMPTS = 8;
  private static final Duration A_MOMENT = Duration.ofSeconds(5);

  private final RequestStore requests;
  private final ReadDirectory directory;
  private final NoticeReading reading;
  private final NoticeRemovals removals;
  private final EndNotice end;
  private final JobQueue queue;

  public AdvanceNotice(
      RequestStore requests,
      ReadDirectory directory,
      NoticeReading reading,
      NoticeRemovals removals,
      EndNotice end,
      JobQueue queue) {
    this.requests = requests;
    this.directory = directory;
    this.reading = reading;
    this.removals = removals;
    this.end = end;
    this.queue = queue;
  }

  /**
   * How a step ended.
   *
   * @param words for a log line: ids, counts and reasons
   * @param decided whether it was decided which removals are carried out, and which are held
   */
  public record Step(String words, boolean decided) {}

  /**
   * Does the step that the message names, if it is still to be done.
   *
   * @return what was done
   */
  public Step step(ChangeMessage message) {
    Optional<Versioned<ChangeNotice>> found = requests.notice(message.requestId());
    Optional<SyncRequest> request = requests.find(message.requestId());
    if (found.isEmpty() || request.isEmpty()) {
      return new Step("no such notice", false);
    }
    ChangeNotice notice = found.get().value();
    if (notice.done()) {
      return new Step("the notice has ended", false);
    }
    if (message.sequence() != notice.sequence()) {
      send(notice, 0, Duration.ZERO);
      return new Step("step " + message.sequence() + " was done before", false);
    }
    try {
      String words = attempt(message, request.get(), found.get());
      return new Step(words, notice.phase() == Phase.REMOVALS);
    } catch (StaleWrite e) {
      send(notice, message.attempt(), A_MOMENT);
      return new Step("others changed the same: once more", false);
    }
  }

  private String attempt(
      ChangeMessage message, SyncRequest request, Versioned<ChangeNotice> found) {
    ChangeNotice notice = found.value();
    return switch (notice.phase()) {
      case DIRECTORY -> readDirectory(message, request, found);
      case CONTACTS, MISSING -> readSome(message, request, found);
      case REMOVALS -> {
        ChangeNotice decided = removals.decide(request, notice);
        yield end.now(request, found.with(decided), "");
      }
      case DONE -> "the notice has ended";
    };
  }

  /**
   * A failed read keeps what was stored, and nothing of the notice is done on it. Of one that is
   * doubted nothing is stored either: the notice goes on, and withdraws nothing (R18).
   */
  private String readDirectory(
      ChangeMessage message, SyncRequest request, Versioned<ChangeNotice> found) {
    try {
      Optional<Hold> doubt = directory.betweenRuns().doubt();
      String waiting = doubt.map(Hold::words).orElse("");
      return next(found, found.value().entering(Phase.CONTACTS).waitingFor(waiting));
    } catch (CrmUnavailable e) {
      return unread(message, request, found, NoAnswer.of(e));
    } catch (CrmBroken e) {
      return unread(message, request, found, NoAnswer.of(e));
    }
  }

  private String unread(
      ChangeMessage message,
      SyncRequest request,
      Versioned<ChangeNotice> found,
      NoAnswer obstacle) {
    return lastAttempt(message)
        ? end.now(request, found, obstacle.what())
        : later(message, found.value(), obstacle);
  }

  private String readSome(
      ChangeMessage message, SyncRequest request, Versioned<ChangeNotice> found) {
    boolean impatient = lastAttempt(message) || found.value().gaveUp();
    NoticeReading.Progress progress = reading.some(found.value(), impatient);
    Optional<NoAnswer> obstacle = progress.obstacle();
    if (obstacle.isEmpty()) {
      return progress.notice().rest().isEmpty()
          ? allRead(request, found, progress.notice())
          : next(found, progress.notice());
    }
    boolean further = !progress.notice().cursor().equals(found.value().cursor());
    if (further) {
      ChangeNotice stepped = checkpoint(found, progress.notice());
      return later(new ChangeMessage(stepped.requestId(), 0, 0), stepped, obstacle.get());
    }
    if (lastAttempt(message) && obstacle.get().signIn()) {
      return end.now(request, found.with(progress.notice()), obstacle.get().what());
    }
    return lastAttempt(message)
        ? allRead(request, found, givenUp(progress.notice(), obstacle.get()))
        : later(message, found.value(), obstacle.get());
  }

  private String allRead(SyncRequest request, Versioned<ChangeNotice> found, ChangeNotice notice) {
    int named = notice.contacts().size();
    int missing = notice.missing().size();
    if (notice.phase() == Phase.MISSING || missing == 0) {
      return next(found, notice.entering(Phase.REMOVALS));
    }
    return NoticeLimits.distrusted(named, missing)
        ? end.now(
            request,
            found.with(notice),
            "tooManyMissing: the CRM has none of %d of %d contacts; nothing was removed"
                .formatted(missing, named))
        : next(found, notice.entering(Phase.MISSING));
  }

  /** What the CRM does not tell stays as it was; what it told is carried out. */
  private static ChangeNotice givenUp(ChangeNotice notice, NoAnswer obstacle) {
    ChangeNotice done = notice;
    for (ContactId id : notice.rest()) {
      done = done.unread(id, obstacle.what());
    }
    return done;
  }

  private String next(Versioned<ChangeNotice> found, ChangeNotice done) {
    send(checkpoint(found, done), 0, Duration.ZERO);
    return "step " + found.value().sequence() + " done";
  }

  private ChangeNotice checkpoint(Versioned<ChangeNotice> found, ChangeNotice done) {
    ChangeNotice stepped = done.stepped();
    requests.writeNotice(found.with(stepped));
    return stepped;
  }

  private static boolean lastAttempt(ChangeMessage message) {
    return message.attempt() + 1 >= ATTEMPTS;
  }

  private String later(ChangeMessage message, ChangeNotice notice, NoAnswer why) {
    send(notice, message.attempt() + 1, why.pause(message.attempt()));
    return "later: " + why.what();
  }

  private void send(ChangeNotice notice, int attempt, Duration delay) {
    queue.sendChanges(new ChangeMessage(notice.requestId(), notice.sequence(), attempt), delay);
  }
}
