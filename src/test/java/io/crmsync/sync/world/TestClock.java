package io.crmsync.sync.world;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that a test sets: it begins on 1 March 2026, at 01:00 UTC, and never goes back. */
public final class TestClock extends Clock {
  private Instant now = Instant.parse("2026-03-01T01:00:00Z");

  /** Lets this much time pass. */
  public synchronized void forward(Duration by) {
    now = now.plus(by);
  }

  /** Lets time pass until then; changes nothing where that is past. */
  public synchronized void forwardTo(Instant then) {
    if (then.isAfter(now)) {
      now = then;
    }
  }

  @Override
  public synchronized Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}
