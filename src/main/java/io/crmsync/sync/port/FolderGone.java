package io.crmsync.sync.port;

/** The contact folder that a request named is not in the mailbox any more (R9). */
public final class FolderGone extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Takes the operation. */
  public FolderGone(String what) {
    super(what);
  }
}
