package io.crmsync.sync.notice;

import io.crmsync.domain.reason.Reason;
import io.crmsync.domain.run.ChangeNotice;
import io.crmsync.domain.version.Versioned;
import io.crmsync.sync.port.ChangeMessage;
import io.crmsync.sync.port.RequestStore;
import io.crmsync.sync.port.StaleWrite;
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
  public void poisoned(ChangeMessage message) {
    Optional<Versioned<ChangeNotice>> notice =
        requests
            .notice(message.requestId())
            .filter(found -> !found.value().done())
            .filter(found -> found.value().sequence() == message.sequence());
    Optional<SyncRequest> request = requests.find(message.requestId());
    if (notice.isPresent() && request.isPresent()) {
      failed(request.get(), notice.get(), message.sequence());
    }
  }

  private void failed(SyncRequest request, Versioned<ChangeNotice> notice, int step) {
    try {
      now(request, notice, Reason.POISONED.code() + ": step " + step + " threw each time");
    } catch (StaleWrite e) {
      // it went on after all
    }
  }

  /**
   * Says so in the request first, so that whoever sees the end sees the number of pairs too.
   *
   * @param failure why it failed as a whole; empty: it did not
   * @return words for a log line
   */
  String now(SyncRequest request, Versioned<ChangeNotice> notice, String failure) {
    int total = requests.expected(request.requestId());
    requests.put(request.counted(total, failure));
    requests.writeNotice(notice.with(notice.value().ended(clock.instant())));
    return failure.isEmpty() ? total + " pairs" : "failed: " + failure;
  }
}
