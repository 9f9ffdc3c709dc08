package io.crmsync.sync.pair;

import io.crmsync.domain.pair.Outcome;
import io.crmsync.sync.port.PairMessage;
import io.crmsync.sync.port.PairResult;
import io.crmsync.sync.port.RequestStore;
import java.time.Clock;
import java.util.Optional;

/** Keeps, for whoever asked over HTTP, how each pair of the request ended. */
final class RequestResults {
  private final RequestStore requests;
  private final Clock clock;

  RequestResults(RequestStore requests, Clock clock) {
    this.requests = requests;
    this.clock = clock;
  }

  /**
   * Writes down how an attempt ended. That nothing was to be done does not replace what an earlier
   * message of the same request did: messages come twice.
   */
  void record(PairMessage message, ReconcileResult result) {
    if (!result.ended() || message.request().isEmpty()) {
      return;
    }
    String request = message.request().get();
    PairResult row =
        new PairResult(message.pair(), result.outcome(), result.why(), clock.instant());
    if (result.outcome() == Outcome.UNCHANGED) {
      requests.recordIfNone(request, row);
    } else {
      requests.record(request, row);
    }
  }

  /**
   * Tells whoever released a removal that it was carried out, if that was a request and is not the
   * message's own.
   *
   * @param releasedBy the id of a run or of a request
   */
  void recordRemoval(String releasedBy, PairMessage message, ReconcileResult result) {
    boolean others = !message.request().equals(Optional.of(releasedBy));
    if (others && result.outcome() == Outcome.REMOVED && requests.find(releasedBy).isPresent()) {
      record(message.forRequest(releasedBy), result);
    }
  }
}
