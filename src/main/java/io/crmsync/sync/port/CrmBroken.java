package io.crmsync.sync.port;

/** The CRM answered, but not what the feed's contract promises: the read failed (R17). */
public final class CrmBroken extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final String what;

  /** Takes the operation and the broken promise, never a value of the answer. */
  public CrmBroken(String what) {
    super(what);
    this.what = what;
  }

  /** The operation and what went wrong with it. */
  public String what() {
    return what;
  }
}
