package io.crmsync.simulators.graph;

import java.util.Map;
import java.util.TreeMap;

/**
 * How many requests arrived since the last reset, whatever became of them.
 *
 * @param byKind requests by kind; kinds that never came are absent
 * @param byMailbox the same by mailbox, under its principal name as it was first written
 * @param byStatus answers by status; dropped connections are status 0
 * @param emptyUpdates updates of contacts whose body named no property at all
 * @param peakPerMailbox the most requests that one mailbox carried out at once
 */
public record RequestCounts(
    Map<RequestKind, Long> byKind,
    Map<String, Map<RequestKind, Long>> byMailbox,
    Map<Integer, Long> byStatus,
    long emptyUpdates,
    int peakPerMailbox) {

  /** Copies the maps. */
  public RequestCounts {
    byKind = Map.copyOf(byKind);
    byMailbox = new TreeMap<>(byMailbox);
    byStatus = new TreeMap<>(byStatus);
  }

  /** All requests together. */
  public long total() {
    return byKind.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Requests of one kind. */
  public long of(RequestKind kind) {
    return byKind.getOrDefault(kind, 0L);
  }

  /** Requests of one kind for one user, by principal name. */
  public long of(RequestKind kind, String userPrincipalName) {
    return byMailbox.getOrDefault(userPrincipalName, Map.of()).getOrDefault(kind, 0L);
  }

  /** Answers with status 429. */
  public long throttled() {
    return byStatus.getOrDefault(429, 0L);
  }
}
