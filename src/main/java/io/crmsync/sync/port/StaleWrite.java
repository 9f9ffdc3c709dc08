package io.crmsync.sync.port;

/** Someone else changed the row since it was read: read it again and decide anew. */
public final class StaleWrite extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Takes what was to be written, by ids only (R20). */
  public StaleWrite(String what) {
    super("changed by another since it was read: " + what);
  }
}
