package io.crmsync.sync.port;

/** The service refuses what we send (400 and the like): repeating it would not help. */
public final class MailboxRefused extends MailboxTrouble {
  private static final long serialVersionUID = 1L;

  /** A value that the service does not take, or one that is missing. */
  private static final String INVALID_PROPERTY = "ErrorInvalidProperty";

  private final String code;

  /**
   * Takes the service's error code and the operation, never a value.
   *
   * @param code such as ErrorInvalidProperty
   */
  public MailboxRefused(String code, String what) {
    super(what);
    this.code = code;
  }

  /** Whether a value of the contact's is refused, or missed, and not all of it. */
  public boolean invalidProperty() {
    return code.equals(INVALID_PROPERTY);
  }

  /** As the service says it, or we do. */
  public String code() {
    return code;
  }
}
