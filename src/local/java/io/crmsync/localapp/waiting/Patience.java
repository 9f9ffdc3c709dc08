package io.crmsync.localapp.waiting;

import java.time.Duration;

/**
 * How long a process, an answer or the end of a test is waited for. It guards against hanging and
 * says nothing of speed: whatever is slow on a busy machine is done long before, so there is one
 * limit for all.
 */
public final class Patience {
  /** The limit in minutes. */
  public static final long MINUTES = 10;

  /** The limit. */
  public static final Duration LIMIT = Duration.ofMinutes(MINUTES);

  private Patience() {}
}
