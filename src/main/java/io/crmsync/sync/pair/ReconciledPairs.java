package io.crmsync.sync.pair;

import io.crmsync.domain.pair.Outcome;
import io.crmsync.sync.port.PairMessage;
import io.crmsync.sync.port.PairResult;
import io.crmsync.sync.port.RequestStore;
import java.time.Clock;
import java.util.Optional;

/** Keeps, for whoever asked over HTTP, how each pair of the request ended. */
public final class ReconciledPairs {
  private final RequestStore requests;
  private final Clock clock;

  public ReconciledPairs(RequestStore requests, Clock clock) {
    this.requests = requests;
    this.clock = clock;
  }

  /**
   * Writes down how a look ended. That nothing was to be done does not replace what an earlier
   * message of the same request did: messages come twice.
   */
  void record(PairMessage message, Reconciled look) {
    if (!look.ended() || message.request().isEmpty()) {
      return;
    }
    String request = message.request().get();
    PairResult result = new PairResult(message.pair(), look.outcome(), look.why(), clock.instant());
    if (look.outcome() == Outcome.UNCHANGED) {
      requests.recordIfNone(request, result);
    } else {
      requests.record(request, result);
    }
  }

  /**
   * Tells whoever released a removal that it was carried out, if that was a request and is not the
   * message's own.
   *
   * @param releasedBy the id of a run or of a request
   */
  void recordRemoval(String releasedBy, PairMessage message, Reconciled look) {
    boolean others = !message.request().equals(Optional.of(releasedBy));
    if (others && look.outcome() == Outcome.REMOVED && requests.find(releasedBy).isPresent()) {
      record(message.forRequest(releasedBy), look);
    }
  }
}
