package io.crmsync.adapters.storage;

import com.azure.storage.blob.models.BlobItem;
import io.crmsync.sync.port.Spool;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What runs have gathered, in the container {@code crm-spool}: a blob for each part of a shard,
 * named {@code <run>/<shard>/<part>}. What a run that was killed left there, a lifecycle rule
 * deletes after a day (infra/).
 */
public final class BlobSpool implements Spool {
  private static final String CONTAINER = "crm-spool";
  private static final String LINE_END = "\n";

  private final StorageContainer container;
  private final Parallel parallel;

  /** Takes where to keep it. */
  public BlobSpool(StorageClients clients) {
    this.container = clients.container(CONTAINER);
    this.parallel = clients.parallel();
  }

  @Override
  public void put(String run, String part, Map<Integer, List<String>> shards) {
    parallel.forEach(shards.entrySet(), shard -> put(run, shard.getKey(), part, shard.getValue()));
  }

  private void put(String run, int shard, String part, List<String> lines) {
    StringBuilder text = new StringBuilder();
    lines.forEach(line -> text.append(line).append(LINE_END));
    container.put(prefix(run, shard) + part, text.toString().getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void read(String run, int shard, Consumer<String> each) {
    List<String> names =
        container.list(prefix(run, shard)).stream().map(BlobItem::getName).toList();
    for (String name : names) {
      container
          .read(name)
          .ifPresent(content -> new String(content, StandardCharsets.UTF_8).lines().forEach(each));
    }
  }

  @Override
  public void delete(String run) {
    parallel.forEach(
        container.list(run + "/").stream().map(BlobItem::getName).toList(), container::delete);
  }

  private static String prefix(String run, int shard) {
    return run + "/" + shard + "/";
  }
}
