package io.crmsync.adapters.storage;

import io.crmsync.sync.port.Backlog;
import java.util.List;

/** The queues' lengths, asked of Queue Storage: two requests a queue. */
public final class StorageBacklog implements Backlog {
  private final List<StorageQueue> queues;

  /** Takes where the queues are. */
  public StorageBacklog(StorageClients clients) {
    queues = StorageJobQueue.NAMES.stream().map(clients::queue).toList();
  }

  @Override
  public List<Waiting> waiting() {
    return queues.stream().map(StorageQueue::waiting).toList();
  }
}
