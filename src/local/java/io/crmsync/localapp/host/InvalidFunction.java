package io.crmsync.localapp.host;

/** A function, as written, that Azure would not run or would run wrongly. */
public final class InvalidFunction extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** The message names the function or class and what is wrong. */
  public InvalidFunction(String message) {
    super(message);
  }
}
