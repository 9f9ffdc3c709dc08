package io.crmsync.sync.step;

import java.time.Duration;

/**
 * How long to wait before something is tried again where nobody says so: twice as long as the time
 * before, up to a limit.
 */
public record BackOff(Duration first, Duration longest) {
  /** Takes how often it was tried before, from 0. */
  public Duration after(int attempt) {
    Duration delay = first.multipliedBy(1L << Math.min(attempt, 16));
    return delay.compareTo(longest) > 0 ? longest : delay;
  }
}
