package io.crmsync.sync;

import io.crmsync.sync.port.PairMessage;
import io.crmsync.sync.port.PairResult;
import io.crmsync.sync.port.RequestStore;
import java.time.Clock;

/** Keeps, for whoever asked over HTTP, how each pair of the request ended. */
public final class LookResults {
  private final RequestStore requests;
  private final Clock clock;

  public LookResults(RequestStore requests, Clock clock) {
    this.requests = requests;
    this.clock = clock;
  }

  void record(PairMessage message, Look look) {
    if (look.ended()) {
      message
          .request()
          .ifPresent(
              request ->
                  requests.record(
                      request,
                      new PairResult(
                          message.user(),
                          message.contact(),
                          look.outcome(),
                          look.reason(),
                          clock.instant())));
    }
  }
}
