package io.crmsync.sync.fakes;

import io.crmsync.domain.run.Run;
import io.crmsync.domain.version.Version;
import io.crmsync.domain.version.Versioned;
import io.crmsync.sync.port.RunStore;
import io.crmsync.sync.port.StaleWrite;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** The runs in a map sorted by falling id. Thread-safe. */
public final class InMemoryRunStore implements RunStore {
  private final NavigableMap<String, Versioned<Run>> rows =
      new TreeMap<>(Comparator.<String>naturalOrder().reversed());
  private final Etags etags = new Etags();
  private Optional<String> latest = Optional.empty();

  @Override
  public synchronized Optional<Versioned<Run>> latest() {
    return latest.flatMap(this::find);
  }

  @Override
  public synchronized Optional<Versioned<Run>> find(String runId) {
    return Optional.ofNullable(rows.get(runId));
  }

  @Override
  public synchronized Version start(Run run, Optional<String> after) {
    if (!latest.equals(after) || rows.containsKey(run.runId())) {
      throw new StaleWrite("run " + run.runId());
    }
    latest = Optional.of(run.runId());
    return store(run);
  }

  @Override
  public synchronized Version write(Versioned<Run> run) {
    String runId = run.value().runId();
    if (!Etags.holds(rows.get(runId), run.version())) {
      throw new StaleWrite("run " + runId);
    }
    return store(run.value());
  }

  @Override
  public synchronized List<Run> list(Optional<String> after, int limit) {
    NavigableMap<String, Versioned<Run>> rest =
        after.map(runId -> rows.tailMap(runId, false)).orElse(rows);
    return rest.values().stream().map(Versioned::value).limit(limit).toList();
  }

  /** Forgets all runs but so many of the newest. */
  public synchronized void keepNewest(int runs) {
    while (rows.size() > runs) {
      rows.pollLastEntry();
    }
  }

  private Version store(Run run) {
    Versioned<Run> stored = etags.stamp(run);
    rows.put(run.runId(), stored);
    return stored.version();
  }
}
