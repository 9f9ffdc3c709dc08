package io.crmsync.sync.port;

/** The service refuses what we send (400 and the like): repeating it would not help. */
public final class MailboxRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;
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

  /** As the service says it, or we do. */
  public String code() {
    return code;
  }
}
