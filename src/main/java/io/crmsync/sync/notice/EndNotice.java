package io.crmsync.sync.notice;

import io.crmsync.domain.reason.Reason;
import io.crmsync.domain.run.ChangeNotice;
import io.crmsync.domain.version.Versioned;
import io.crmsync.sync.port.RequestStore;
import io.crmsync.sync.port.StaleWrite;
import io.crmsync.sync.port.StepMessage;
import io.crmsync.sync.port.SyncRequest;
import java.time.Clock;
import java.util.Optional;

/** Ends a change notice: all its pairs are known, or it failed and no more are looked for. */
public final class EndNotice {
  private final RequestStore requests;
  private final Clock clock;

  public EndNotice(RequestStore requests, Clock clock) {
    this.requests = requests;
    this.clock = clock;
  }

  /** Takes the message of a step that no worker could do. One that was done is left alone. */
  public void poisoned(StepMessage message) {
    Optional<Versioned<ChangeNotice>> notice =
        requests
            .notice(message.task())
            .filter(found -> !found.value().done())
            .filter(found -> found.value().sequence() == message.sequence());
    Optional<SyncRequest> request = requests.find(message.task());
    if (notice.isPresent() && request.isPresent()) {
      failed(new NoticeTask(notice.get().value(), request.get(), ""), notice.get());
    }
  }

  private void failed(NoticeTask task, Versioned<ChangeNotice> notice) {
    String why = Reason.POISONED.code() + ": step " + task.notice().sequence() + " threw each time";
    try {
      store(notice.with(task.failed(why, clock.instant())));
    } catch (StaleWrite e) {
      // it went on after all
    }
  }

  /**
   * Stores a notice that has ended. Says so in the request first, so that whoever sees the end sees
   * the number of pairs too.
   */
  void store(Versioned<NoticeTask> ended) {
    NoticeTask task = ended.value();
    int total = requests.expected(task.request().requestId());
    requests.put(task.request().counted(total, task.failure()));
    requests.writeNotice(ended.with(task.notice()));
  }
}
