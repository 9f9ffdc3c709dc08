package io.crmsync.sync.fakes;

import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.UserId;
import io.crmsync.sync.port.PairResult;
import io.crmsync.sync.port.RequestStore;
import io.crmsync.sync.port.SyncRequest;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Requests and results in maps. Thread-safe. */
public final class InMemoryRequestStore implements RequestStore {
  private record PairKey(UserId user, ContactId contact) {}

  private final Map<String, SyncRequest> requests = new HashMap<>();
  private final Map<String, Map<PairKey, PairResult>> results = new HashMap<>();

  @Override
  public synchronized void put(SyncRequest request) {
    requests.put(request.requestId(), request);
  }

  @Override
  public synchronized Optional<SyncRequest> find(String requestId) {
    return Optional.ofNullable(requests.get(requestId));
  }

  @Override
  public synchronized void record(String requestId, PairResult result) {
    results
        .computeIfAbsent(requestId, absent -> new HashMap<>())
        .put(new PairKey(result.user(), result.contact()), result);
  }

  @Override
  public synchronized void recordIfNone(String requestId, PairResult result) {
    results
        .computeIfAbsent(requestId, absent -> new HashMap<>())
        .putIfAbsent(new PairKey(result.user(), result.contact()), result);
  }

  @Override
  public synchronized List<PairResult> results(String requestId) {
    return results.getOrDefault(requestId, Map.of()).values().stream()
        .sorted(Comparator.comparing(PairResult::user).thenComparing(PairResult::contact))
        .toList();
  }
}
