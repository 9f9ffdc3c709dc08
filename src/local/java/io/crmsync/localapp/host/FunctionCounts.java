package io.crmsync.localapp.host;

/**
 * How often a function ran.
 *
 * @param succeeded ended normally
 * @param failed ended by an exception
 * @param running not ended yet
 */
public record FunctionCounts(long succeeded, long failed, long running) {

  /** All invocations that began. */
  public long started() {
    return succeeded + failed + running;
  }
}
