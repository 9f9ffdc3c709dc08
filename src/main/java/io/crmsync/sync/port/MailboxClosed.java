package io.crmsync.sync.port;

/** The mailbox is missing, out of the app's scope, or full: park its user with the reason (R22). */
public final class MailboxClosed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Why. */
  public enum Reason {
    MISSING("mailboxMissing"),
    OUT_OF_SCOPE("outOfScope"),
    FULL("mailboxFull");
    private final String code;

    Reason(String code) {
      this.code = code;
    }

    /** The word for it in rows, logs and answers. */
    public String code() {
      return code;
    }
  }

  private final Reason reason;

  public MailboxClosed(Reason reason, String what) {
    super(what);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
