package io.crmsync.simulators.crm;

import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What was asked of the feed since the last reset. Safe for several threads. */
public final class RequestCounts {
  private final Map<Operation, Count> counts = new EnumMap<>(Operation.class);

  /**
   * What was asked of one operation.
   *
   * @param requests all that came, refused and spoilt ones too
   * @param refused those without valid credentials
   * @param faults the answers that were spoilt
   * @param records the records in answers that were not spoilt
   */
  public record Count(long requests, long refused, long faults, long records) {
    static final Count NONE = new Count(0, 0, 0, 0);

    Count plus(Count other) {
      return new Count(
          requests + other.requests,
          refused + other.refused,
          faults + other.faults,
          records + other.records);
    }
  }

  /** The counts of one operation. */
  public synchronized Count of(Operation operation) {
    return counts.getOrDefault(operation, Count.NONE);
  }

  /** The requests of all operations together. */
  public synchronized long requests() {
    return counts.values().stream().mapToLong(Count::requests).sum();
  }

  /** Starts again at nothing. */
  public synchronized void reset() {
    counts.clear();
  }

  synchronized Map<String, Count> byOperationId() {
    return Stream.of(Operation.values())
        .collect(Collectors.toMap(Operation::operationId, this::of));
  }

  void refused(Operation operation) {
    add(operation, new Count(1, 1, 0, 0));
  }

  void notFound(Operation operation) {
    add(operation, new Count(1, 0, 0, 0));
  }

  void served(FeedAnswer answer, boolean spoilt) {
    add(
        answer.operation(),
        spoilt ? new Count(1, 0, 1, 0) : new Count(1, 0, 0, answer.items().size()));
  }

  private synchronized void add(Operation operation, Count count) {
    counts.merge(operation, count, Count::plus);
  }
}
