package io.crmsync.adapters.graph;

import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;

/** Counts requests by kind, each page and each attempt as one. Thread-safe. */
public final class GraphRequests {
  private final Map<GraphOperation, LongAdder> counts = new EnumMap<>(GraphOperation.class);

  private final ThreadLocal<Sent> byThread =
      ThreadLocal.withInitial(() -> new Sent(0, 0, Duration.ZERO, 0));

  /**
   * What was sent.
   *
   * @param throttled how many of the requests were answered 429
   * @param retryAfter how long those answers asked to wait, added up
   * @param skipped items and folders in the answers that could not be read, and were left out (R8)
   */
  public record Sent(long requests, long throttled, Duration retryAfter, long skipped) {
    private Sent request() {
      return new Sent(requests + 1, throttled, retryAfter, skipped);
    }

    private Sent throttled(Duration wait) {
      return new Sent(requests, throttled + 1, retryAfter.plus(wait), skipped);
    }

    private Sent skipping(long more) {
      return new Sent(requests, throttled, retryAfter, skipped + more);
    }
  }

  public GraphRequests() {
    for (GraphOperation operation : GraphOperation.values()) {
      counts.put(operation, new LongAdder());
    }
  }

  void count(GraphOperation operation) {
    counts.getOrDefault(operation, new LongAdder()).increment();
    byThread.set(byThread.get().request());
  }

  /** The last request was answered 429. */
  void noteThrottled(Optional<Duration> retryAfter) {
    byThread.set(byThread.get().throttled(retryAfter.orElse(Duration.ZERO)));
  }

  /** So many things in the last answer could not be read. */
  void noteSkipped(long things) {
    byThread.set(byThread.get().skipping(things));
  }

  /** What the calling thread sent so far: of an invocation, the difference before and after. */
  public Sent byThisThread() {
    return byThread.get();
  }

  /** How many there were of each kind so far, in the order of the kinds; none is 0. */
  public Map<GraphOperation, Long> byKind() {
    Map<GraphOperation, Long> now = new EnumMap<>(GraphOperation.class);
    counts.forEach((operation, count) -> now.put(operation, count.sum()));
    return Collections.unmodifiableMap(now);
  }

  /** How many there were at all. */
  public long total() {
    return counts.values().stream().mapToLong(LongAdder::sum).sum();
  }
}
