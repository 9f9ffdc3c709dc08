package io.crmsync.sync.port;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How much work waits in the queues. */
public interface Backlog {
  /**
   * A queue.
   *
   * @param queue its name
   * @param messages about how many there are, hidden ones too
   * @param oldest when the first visible one was sent; empty: none is visible
   */
  record Waiting(String queue, long messages, Optional<Instant> oldest) {}

  /** All queues that functions work on, but the poison queues: those are emptied at once. */
  List<Waiting> waiting();
}
