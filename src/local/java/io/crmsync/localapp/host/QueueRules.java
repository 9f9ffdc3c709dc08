package io.crmsync.localapp.host;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;

/**
 * How queues are polled, as host.json says under extensions.queues.
 *
 * @param batchSize messages taken at once, 1 to 32
 * @param newBatchThreshold how many may be running when the next batch is taken
 * @param maxDequeueCount a message that failed this often goes to the poison queue
 * @param retryDelay how long a failed message stays hidden (host.json: visibilityTimeout)
 * @param lease how long a taken message stays hidden unless renewed, which happens at half of it;
 *     10 minutes in Azure
 */
public record QueueRules(
    int batchSize,
    int newBatchThreshold,
    int maxDequeueCount,
    Duration retryDelay,
    Duration lease) {

  private static final Duration LEASE_IN_AZURE = Duration.ofMinutes(10);

  public QueueRules {
    if (batchSize < 1 || batchSize > 32) {
      throw new IllegalArgumentException("batchSize is 1 to 32, not " + batchSize);
    }
  }

  /** What {@code hostJson} says, with Azure's defaults for what it doesn't. */
  public static QueueRules fromHostJson(Path hostJson) {
    try {
      return of(new ObjectMapper().readTree(hostJson.toFile()).at("/extensions/queues"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static QueueRules of(JsonNode queues) {
    if (!queues.path("messageEncoding").asText("base64").equals("base64")) {
      throw new IllegalArgumentException("host.json: only messageEncoding base64 is played here");
    }
    int batchSize = queues.path("batchSize").asInt(16);
    int cores = Runtime.getRuntime().availableProcessors();
    return new QueueRules(
        batchSize,
        queues.path("newBatchThreshold").asInt(batchSize / 2 * cores),
        queues.path("maxDequeueCount").asInt(5),
        duration(queues.path("visibilityTimeout").asText("00:00:00")),
        LEASE_IN_AZURE);
  }

  /** The same with another lease. */
  public QueueRules lease(Duration other) {
    return new QueueRules(batchSize, newBatchThreshold, maxDequeueCount, retryDelay, other);
  }

  /** The same with another delay before a failed message is tried again. */
  public QueueRules retryDelay(Duration other) {
    return new QueueRules(batchSize, newBatchThreshold, maxDequeueCount, other, lease);
  }

  static Duration duration(String hoursMinutesSeconds) {
    return Duration.ofSeconds(LocalTime.parse(hoursMinutesSeconds).toSecondOfDay());
  }
}
