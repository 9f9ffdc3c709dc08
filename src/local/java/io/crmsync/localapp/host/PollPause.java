package io.crmsync.localapp.host;

import java.time.Duration;

/** How long to wait before an empty queue is asked again: from 100 ms, doubling, up to 2 s. */
final class PollPause {

  private static final Duration SHORTEST = Duration.ofMillis(100);
  private static final Duration LONGEST = Duration.ofSeconds(2);

  private Duration next = SHORTEST;

  /** There were messages. */
  void reset() {
    next = SHORTEST;
  }

  /** There were none; how long to wait now. */
  Duration longer() {
    Duration now = next;
    Duration twice = next.multipliedBy(2);
    next = twice.compareTo(LONGEST) < 0 ? twice : LONGEST;
    return now;
  }
}
