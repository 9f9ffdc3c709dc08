package io.crmsync.adapters.storage;

import io.crmsync.sync.port.JobQueue;
import io.crmsync.sync.port.PairMessage;
import io.crmsync.sync.port.StepMessage;
import java.time.Duration;
import java.util.Collection;
import java.util.List;

/** The queues in Queue Storage. Messages are Base64, as the Functions host expects them. */
public final class StorageJobQueue implements JobQueue {
  /** All queues, by name; each has one of poison messages beside it. */
  static final List<String> NAMES =
      List.of("contact-sync", "contact-sync-now", "snapshot-pages", "contact-changes");

  private static final Duration LONGEST_DELAY = Duration.ofDays(7);

  private final StorageQueue nightly;
  private final StorageQueue now;
  private final StorageQueue runSteps;
  private final StorageQueue changes;
  private final Parallel parallel;

  /** Takes where the queues are. */
  public StorageJobQueue(StorageClients clients) {
    this.nightly = clients.queue(NAMES.get(0));
    this.now = clients.queue(NAMES.get(1));
    this.runSteps = clients.queue(NAMES.get(2));
    this.changes = clients.queue(NAMES.get(3));
    this.parallel = clients.parallel();
  }

  @Override
  public void sendPairs(Collection<PairMessage> messages, Lane lane) {
    parallel.forEach(messages, message -> sendPair(message, lane, Duration.ZERO));
  }

  @Override
  public void sendPair(PairMessage message, Lane lane, Duration delay) {
    queue(lane).send(PairMessageJson.write(message), checked(delay));
  }

  @Override
  public void sendRunStep(StepMessage message, Duration delay) {
    runSteps.send(StepMessageJson.RUNS.write(message), checked(delay));
  }

  @Override
  public void sendChanges(StepMessage message, Duration delay) {
    changes.send(StepMessageJson.NOTICES.write(message), checked(delay));
  }

  private StorageQueue queue(Lane lane) {
    return switch (lane) {
      case NIGHTLY -> nightly;
      case NOW -> now;
    };
  }

  private static Duration checked(Duration delay) {
    if (delay.isNegative() || delay.compareTo(LONGEST_DELAY) > 0) {
      throw new IllegalArgumentException("delay must be 0 to 7 days: " + delay);
    }
    return delay;
  }
}
