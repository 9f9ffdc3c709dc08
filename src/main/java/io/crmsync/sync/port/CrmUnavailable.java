package io.crmsync.sync.port;

import java.time.Duration;
import java.util.Optional;

/** The CRM gives no answer now (connection, time-out, 401, 429, 5xx): later. Nothing is known. */
public final class CrmUnavailable extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final String what;
  private final Kind kind;
  private final transient Optional<Duration> retryAfter;

  /**
   * Takes the operation and status, never a body.
   *
   * @param retryAfter what the CRM asked for; empty: nothing
   */
  public CrmUnavailable(String what, Optional<Duration> retryAfter) {
    this(what, Kind.SILENT, retryAfter);
  }

  private enum Kind {
    SILENT,
    SIGN_IN,
    THROTTLED
  }

  private CrmUnavailable(String what, Kind kind, Optional<Duration> retryAfter) {
    super(what);
    this.what = what;
    this.kind = kind;
    this.retryAfter = retryAfter;
  }

  /** It does not know us (401, or there is no token): that is no answer about anything. */
  public static CrmUnavailable signIn(String what, Optional<Duration> retryAfter) {
    return new CrmUnavailable(what, Kind.SIGN_IN, retryAfter);
  }

  /** It has enough of us for now (429): all wait, and nobody gives up (R17). */
  public static CrmUnavailable throttled(String what, Optional<Duration> retryAfter) {
    return new CrmUnavailable(what, Kind.THROTTLED, retryAfter);
  }

  /** Whether our sign-in is what fails: no other question would be answered either. */
  public boolean signInFailed() {
    return kind == Kind.SIGN_IN;
  }

  /** Whether it only asks for fewer requests: waiting for it is no failed try. */
  public boolean throttled() {
    return kind == Kind.THROTTLED;
  }

  public Optional<Duration> retryAfter() {
    return retryAfter;
  }

  /** The operation and what went wrong with it. */
  public String what() {
    return what;
  }
}
