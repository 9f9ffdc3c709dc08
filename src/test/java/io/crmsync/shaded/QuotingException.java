package io.crmsync.shaded;

/** As a library's exception is called in the deployed package: its message quotes what it read. */
public final class QuotingException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public QuotingException(String read) {
    super("cannot read: " + read);
  }
}
