package io.crmsync.sync.port;

import java.time.Duration;
import java.util.Collection;

/**
 * The queues. A message that was sent is delivered at least once, in any order, and never expires.
 */
public interface JobQueue {
  /** Which of the two queues for pairs: nobody waits behind a night's work. */
  enum Lane {
    NIGHTLY,
    NOW
  }

  /** Sends all, in this order, each visible at once. */
  void sendPairs(Collection<PairMessage> messages, Lane lane);

  /**
   * Sends one.
   *
   * @param delay how long it stays invisible; at most 7 days
   */
  void sendPair(PairMessage message, Lane lane, Duration delay);

  void sendRunStep(StepMessage message, Duration delay);

  void sendChanges(StepMessage message, Duration delay);
}
