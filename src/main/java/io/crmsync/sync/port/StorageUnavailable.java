package io.crmsync.sync.port;

/** Tables or queues do not answer, after the adapter's own retries: later. */
public final class StorageUnavailable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public StorageUnavailable(String what, Throwable cause) {
    super("storage does not answer: " + what, cause);
  }
}
