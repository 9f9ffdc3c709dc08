package io.crmsync.sync.port;

import java.time.Duration;
import java.util.Optional;

/** Later: throttled, unavailable, or no answer in time. The message is sent again, delayed. */
public final class MailboxBusy extends MailboxTrouble {
  private static final long serialVersionUID = 1L;

  /** What is known of the request that was not answered well. */
  public enum Cause {
    /**
     * 429, or no token: refused unexecuted; still, the mark is looked for before a create is
     * repeated.
     */
    THROTTLED,
    /** Time-out, broken connection, 5xx: it may have been carried out, or be so any moment. */
    OUTCOME_UNKNOWN,
    /** The mailbox is on its way to another server, for hours maybe: no attempt is counted. */
    MOVING
  }

  private final Cause kind;
  private final transient Optional<Duration> retryAfter;

  /**
   * Takes the operation, status and error code, never a value.
   *
   * @param retryAfter what the service asked for; empty: nothing
   */
  public MailboxBusy(Cause kind, String what, Optional<Duration> retryAfter) {
    super(what);
    this.kind = kind;
    this.retryAfter = retryAfter;
  }

  public Cause kind() {
    return kind;
  }

  public Optional<Duration> retryAfter() {
    return retryAfter;
  }
}
