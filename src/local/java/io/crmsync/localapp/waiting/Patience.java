package io.crmsync.localapp.waiting;

import java.time.Duration;

/**
 * How long a process, an answer or the end of a test is waited for. It guards against hanging and
 * says nothing of speed: whatever is slow on a busy machine is done long before.
 */
public final class Patience {
  /** The limit of a whole test, in minutes. */
  public static final long MINUTES = 10;

  /**
   * The limit of one wait within a test. It is below the test's own: a wait that is in vain says
   * what it waited for, where the test's end would only say that time was up.
   */
  public static final Duration LIMIT = Duration.ofMinutes(MINUTES - 2);

  private Patience() {}
}
