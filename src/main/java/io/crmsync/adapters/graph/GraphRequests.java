package io.crmsync.adapters.graph;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** Counts requests by kind, each page and each attempt as one. Thread-safe. */
public final class GraphRequests {
  private final Map<GraphOperation, LongAdder> counts = new EnumMap<>(GraphOperation.class);

  public GraphRequests() {
    for (GraphOperation operation : GraphOperation.values()) {
      counts.put(operation, new LongAdder());
    }
  }

  void count(GraphOperation operation) {
    counts.getOrDefault(operation, new LongAdder()).increment();
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
