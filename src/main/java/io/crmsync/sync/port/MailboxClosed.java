package io.crmsync.sync.port;

import io.crmsync.domain.reason.Reason;
import io.crmsync.domain.reason.Why;

/** The mailbox is missing, out of the app's scope, or full: park its user with the reason (R22). */
public final class MailboxClosed extends MailboxTrouble {
  private static final long serialVersionUID = 1L;

  /** Why. */
  public enum Cause {
    MISSING(Reason.MAILBOX_MISSING),
    OUT_OF_SCOPE(Reason.OUT_OF_SCOPE),
    FULL(Reason.MAILBOX_FULL),
    UNAVAILABLE(Reason.MAILBOX_UNAVAILABLE);
    private final Reason reason;

    Cause(Reason reason) {
      this.reason = reason;
    }
  }

  private final Cause kind;

  public MailboxClosed(Cause kind, String what) {
    super(what);
    this.kind = kind;
  }

  public Cause kind() {
    return kind;
  }

  /** Why its user is parked. */
  public Why why() {
    return Why.of(kind.reason);
  }
}
