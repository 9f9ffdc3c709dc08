package io.crmsync.sync.fakes;

import io.crmsync.sync.port.Spool;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** A spool in memory; thread-safe. */
public final class InMemorySpool implements Spool {
  private final TreeMap<String, List<String>> parts = new TreeMap<>();

  @Override
  public synchronized void put(String run, String part, Map<Integer, List<String>> shards) {
    shards.forEach((shard, lines) -> parts.put(prefix(run, shard) + part, List.copyOf(lines)));
  }

  @Override
  public synchronized void read(String run, int shard, Consumer<String> each) {
    String prefix = prefix(run, shard);
    parts.forEach(
        (name, lines) -> {
          if (name.startsWith(prefix)) {
            lines.forEach(each);
          }
        });
  }

  @Override
  public synchronized void delete(String run) {
    parts.keySet().removeIf(name -> name.startsWith(run + "/"));
  }

  private static String prefix(String run, int shard) {
    return run + "/" + shard + "/";
  }
}
