package io.crmsync.sync.fakes;

import io.crmsync.domain.contact.PairId;
import io.crmsync.domain.contact.UserId;
import io.crmsync.sync.port.ReportStore;
import io.crmsync.sync.port.ReportedPair;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** The reports in sorted maps. Thread-safe. */
public final class InMemoryReportStore implements ReportStore {
  private final Map<String, NavigableMap<PairId, ReportedPair>> reports = new HashMap<>();

  @Override
  public synchronized void put(String run, Collection<ReportedPair> pairs) {
    pairs.forEach(pair -> of(run).put(pair.pair(), pair));
  }

  @Override
  public synchronized void delete(String run, Collection<PairId> pairs) {
    pairs.forEach(of(run)::remove);
  }

  @Override
  public synchronized List<ReportedPair> list(String run, Optional<PairId> after, int limit) {
    return after.map(place -> of(run).tailMap(place, false)).orElse(of(run)).values().stream()
        .limit(limit)
        .toList();
  }

  @Override
  public synchronized List<ReportedPair> ofUser(String run, UserId user) {
    return of(run).values().stream().filter(pair -> pair.user().equals(user)).toList();
  }

  @Override
  public synchronized Optional<UserId> userAfter(String run, Optional<UserId> user) {
    return of(run).keySet().stream()
        .map(PairId::user)
        .filter(each -> user.map(before -> each.compareTo(before) > 0).orElse(true))
        .findFirst();
  }

  @Override
  public synchronized void deleteAll(String run) {
    reports.remove(run);
  }

  private NavigableMap<PairId, ReportedPair> of(String run) {
    return reports.computeIfAbsent(run, absent -> new TreeMap<>());
  }
}
