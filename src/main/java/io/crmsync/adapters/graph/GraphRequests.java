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
      ThreadLocal.withInitial(() -> new Sent(0, 0, Duration.ZERO));

  /**
   * What was sent.
   *
   * @param throttled how many of the requests were answered 429
   * @param retryAfter how long those answers asked to wait, added up
   */
  public record Sent(long requests, long throttled, Duration retryAfter) {}

  public GraphRequests() {
    for (GraphOperation operation : GraphOperation.values()) {
      counts.put(operation, new LongAdder());
    }
  }

  void count(GraphOperation operation) {
    counts.getOrDefault(operation, new LongAdder()).increment();
    Sent sent = byThread.get();
    byThread.set(new Sent(sent.requests() + 1, sent.throttled(), sent.retryAfter()));
  }

  /** The last request was answered 429. */
  void noteThrottled(Optional<Duration> retryAfter) {
    Sent sent = byThread.get();
    Duration waits = sent.retryAfter().plus(retryAfter.orElse(Duration.ZERO));
    byThread.set(new Sent(sent.requests(), sent.throttled() + 1, waits));
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
