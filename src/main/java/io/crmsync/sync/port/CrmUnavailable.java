package io.crmsync.sync.port;

import java.time.Duration;
import java.util.Optional;

/** The CRM gives no answer now (connection, time-out, 401, 429, 5xx): later. Nothing is known. */
public final class CrmUnavailable extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final String what;
  private final transient Optional<Duration> retryAfter;

  /**
   * Takes the operation and status, never a body.
   *
   * @param retryAfter what the CRM asked for; empty: nothing
   */
  public CrmUnavailable(String what, Optional<Duration> retryAfter) {
    super(what);
    this.what = what;
    this.retryAfter = retryAfter;
  }

  public Optional<Duration> retryAfter() {
    return retryAfter;
  }

  /** The operation and what went wrong with it. */
  public String what() {
    return what;
  }
}
