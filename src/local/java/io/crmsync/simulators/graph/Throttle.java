package io.crmsync.simulators.graph;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The limits per mailbox: so many requests at once, and so many in ten minutes. */
final class Throttle {
  private static final Duration WINDOW = Duration.ofMinutes(10);

  private final Map<String, Lane> lanes = new ConcurrentHashMap<>();

  /** Admits a request or refuses it with 429; who is admitted must {@link #leave}. */
  void enter(Mailbox mailbox, GraphBehaviour behaviour, Instant now) {
    lanes.computeIfAbsent(mailbox.objectId(), any -> new Lane()).enter(behaviour, now);
  }

  void leave(Mailbox mailbox) {
    lanes.computeIfAbsent(mailbox.objectId(), any -> new Lane()).leave();
  }

  /** The most requests that any mailbox had admitted at once. */
  int peak() {
    return lanes.values().stream().mapToInt(Lane::peak).max().orElse(0);
  }

  void clearPeaks() {
    lanes.values().forEach(Lane::clearPeak);
  }

  private static final class Lane {
    private int inFlight;
    private int peak;
    private int used;
    private Instant windowEnd = Instant.MIN;

    synchronized void enter(GraphBehaviour behaviour, Instant now) {
      if (!now.isBefore(windowEnd)) {
        used = 0;
        windowEnd = now.plus(WINDOW);
      }
      if (inFlight >= behaviour.concurrentRequests()) {
        throw refusal("ApplicationThrottled", "MailboxConcurrency", 1, behaviour);
      }
      if (used >= behaviour.requestsPerTenMinutes()) {
        long wait = Math.max(1, Duration.between(now, windowEnd).toSeconds());
        throw refusal("TooManyRequests", "RequestsPerMailbox", wait, behaviour);
      }
      inFlight++;
      used++;
      peak = Math.max(peak, inFlight);
    }

    synchronized void leave() {
      inFlight--;
    }

    synchronized int peak() {
      return peak;
    }

    synchronized void clearPeak() {
      peak = inFlight;
    }

    private static GraphError refusal(
        String code, String limit, long seconds, GraphBehaviour behaviour) {
      String message = "Application is over its " + limit + " limit.";
      return new GraphError(429, code, message, retryAfter(seconds, behaviour));
    }

    private static Map<String, String> retryAfter(long seconds, GraphBehaviour behaviour) {
      if (behaviour.has(Quirk.RETRY_AFTER_ABSENT)) {
        return Map.of();
      }
      boolean fractional = behaviour.has(Quirk.RETRY_AFTER_FRACTIONAL);
      return Map.of("Retry-After", fractional ? seconds + ".5" : String.valueOf(seconds));
    }
  }
}
