package io.crmsync.sync.fakes;

import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.UserId;
import io.crmsync.domain.run.ChangeNotice;
import io.crmsync.domain.version.Version;
import io.crmsync.domain.version.Versioned;
import io.crmsync.sync.port.OpenRequest;
import io.crmsync.sync.port.PairResult;
import io.crmsync.sync.port.RequestStore;
import io.crmsync.sync.port.StaleWrite;
import io.crmsync.sync.port.SyncRequest;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Requests, results and change notices in maps. Thread-safe. */
public final class InMemoryRequestStore implements RequestStore {
  private record PairKey(UserId user, ContactId contact) {}

  private record PartKey(String requestId, int part) {}

  private final Map<List<String>, String> selections = new HashMap<>();
  private final Map<String, SyncRequest> requests = new HashMap<>();
  private final Map<String, Map<PairKey, PairResult>> results = new HashMap<>();
  private final Map<String, Set<PairKey>> expected = new HashMap<>();
  private final Map<String, Versioned<ChangeNotice>> notices = new HashMap<>();
  private final Map<PartKey, OpenRequest> open = new LinkedHashMap<>();
  private final Etags etags = new Etags();

  @Override
  public synchronized void put(SyncRequest request) {
    requests.put(request.requestId(), request);
  }

  /** Of all that there are, in their order. */
  public synchronized List<String> ids() {
    return requests.keySet().stream().sorted().toList();
  }

  @Override
  public synchronized Optional<SyncRequest> find(String requestId) {
    return Optional.ofNullable(requests.get(requestId));
  }

  @Override
  public synchronized Optional<String> selection(UserId user, String chosen) {
    return Optional.ofNullable(selections.get(List.of(user.value(), chosen)));
  }

  @Override
  public synchronized void rememberSelection(UserId user, String chosen, String requestId) {
    selections.put(List.of(user.value(), chosen), requestId);
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

  @Override
  public synchronized void expect(String requestId, ContactId contact, Set<UserId> users) {
    Set<PairKey> all = expected.computeIfAbsent(requestId, absent -> new HashSet<>());
    users.forEach(user -> all.add(new PairKey(user, contact)));
  }

  @Override
  public synchronized int expected(String requestId) {
    return expected.getOrDefault(requestId, Set.of()).size();
  }

  @Override
  public synchronized SortedMap<ContactId, Set<UserId>> expectedPairs(String requestId) {
    SortedMap<ContactId, Set<UserId>> pairs = new TreeMap<>();
    expected
        .getOrDefault(requestId, Set.of())
        .forEach(
            pair ->
                pairs.computeIfAbsent(pair.contact(), absent -> new HashSet<>()).add(pair.user()));
    return pairs;
  }

  @Override
  public synchronized void keepOpen(Collection<OpenRequest> parts) {
    parts.forEach(part -> open.put(new PartKey(part.requestId(), part.part()), part));
  }

  @Override
  public synchronized List<OpenRequest> open() {
    return List.copyOf(open.values());
  }

  @Override
  public synchronized void close(OpenRequest part) {
    open.remove(new PartKey(part.requestId(), part.part()));
  }

  @Override
  public synchronized int forget(Instant acceptedBefore, int atMost) {
    List<String> old =
        requests.values().stream()
            .filter(request -> request.acceptedAt().isBefore(acceptedBefore))
            .sorted(Comparator.comparing(SyncRequest::acceptedAt))
            .limit(atMost)
            .map(SyncRequest::requestId)
            .toList();
    List.of(requests, results, expected, notices).forEach(each -> each.keySet().removeAll(old));
    selections.values().removeAll(old);
    return old.size();
  }

  @Override
  public synchronized Optional<Versioned<ChangeNotice>> notice(String requestId) {
    return Optional.ofNullable(notices.get(requestId));
  }

  @Override
  public synchronized Version writeNotice(Versioned<ChangeNotice> notice) {
    String requestId = notice.value().requestId();
    if (!Etags.holds(notices.get(requestId), notice.version())) {
      throw new StaleWrite("notice " + requestId);
    }
    Versioned<ChangeNotice> stored = etags.stamp(notice.value());
    notices.put(requestId, stored);
    return stored.version();
  }
}
