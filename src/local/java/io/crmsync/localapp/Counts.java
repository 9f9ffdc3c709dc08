package io.crmsync.localapp;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What was asked of Graph and of storage, counted where it arrived: kills of the functions lose
 * nothing, and the queue host's own requests are in it.
 *
 * @param graph requests by kind
 * @param throttled answers of Graph with status 429
 * @param storage operations by name, such as {@code queue contact-sync send}
 */
record Counts(SortedMap<String, Long> graph, long throttled, SortedMap<String, Long> storage) {
  /** Creation of tables and queues, and the local run's own looks at the queues. */
  private static final String ADMINISTRATION = "administration";

  /** Ends the name under which the rows of transactions are counted. */
  static final String ROWS = " rows";

  Counts {
    graph = new TreeMap<>(graph);
    storage = new TreeMap<>(storage);
  }

  /** What was counted until now. */
  static Counts now(Landscape landscape) {
    JsonNode counts = Http.get(landscape.graph().resolve("/_sim/counts"));
    SortedMap<String, Long> kinds = new TreeMap<>();
    counts.path("byKind").properties().forEach(e -> kinds.put(e.getKey(), e.getValue().asLong()));
    SortedMap<String, Long> storage = new TreeMap<>(landscape.azurite().operations());
    storage.remove(ADMINISTRATION);
    return new Counts(kinds, counts.path("byStatus").path("429").asLong(), storage);
  }

  /** What came after {@code earlier}. */
  Counts since(Counts earlier) {
    return new Counts(
        difference(graph, earlier.graph),
        throttled - earlier.throttled,
        difference(storage, earlier.storage));
  }

  long graphRequests() {
    return sum(graph);
  }

  long graphRequests(String kind) {
    return graph.getOrDefault(kind, 0L);
  }

  /** Requests; the rows of a transaction are no requests of their own. */
  long storageRequests() {
    return storage.entrySet().stream()
        .filter(entry -> !entry.getKey().endsWith(ROWS))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  /** Rows that were written in transactions. */
  long rowsInTransactions() {
    return storageRequestsAndRows() - storageRequests();
  }

  long storage(String operation) {
    return storage.getOrDefault(operation, 0L);
  }

  private long storageRequestsAndRows() {
    return sum(storage);
  }

  private static long sum(Map<String, Long> counts) {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  private static SortedMap<String, Long> difference(
      SortedMap<String, Long> later, SortedMap<String, Long> earlier) {
    SortedMap<String, Long> rest = new TreeMap<>();
    later.forEach(
        (name, count) -> {
          long more = count - earlier.getOrDefault(name, 0L);
          if (more != 0) {
            rest.put(name, more);
          }
        });
    return rest;
  }
}
