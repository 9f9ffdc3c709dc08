package io.crmsync.adapters.graph;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/**
 * An answer that is not a good one, as it came over the wire. Thrown below Graph's client, which
 * would lose the status of an HTML body and stumble over one without an error object.
 */
final class GraphAnswer extends IOException {
  private static final long serialVersionUID = 1L;
  private final int status;
  private final String code;
  private final transient Optional<Duration> retryAfter;
  private final String requestId;

  /**
   * Takes what is known of the answer.
   *
   * @param code of the error object; empty: it has none
   * @param requestId the client-request-id, by which Microsoft finds the request
   */
  GraphAnswer(int status, String code, Optional<Duration> retryAfter, String requestId) {
    super(status + " " + code);
    this.status = status;
    this.code = code;
    this.retryAfter = retryAfter;
    this.requestId = requestId;
  }

  int status() {
    return status;
  }

  String code() {
    return code;
  }

  Optional<Duration> retryAfter() {
    return retryAfter;
  }

  String requestId() {
    return requestId;
  }
}
