package io.crmsync.adapters.storage;

import io.crmsync.sync.port.Backlog;
import io.crmsync.sync.port.BacklogContract;
import io.crmsync.sync.port.JobQueue;

class StorageBacklogTest extends BacklogContract {
  private final StorageClients clients =
      TestStorage.at(TestStorage.prefix(), new StorageOperations());
  private final Backlog backlog = new StorageBacklog(clients);
  private final JobQueue queue = new StorageJobQueue(clients);

  @Override
  protected Backlog backlog() {
    return backlog;
  }

  @Override
  protected JobQueue queue() {
    return queue;
  }
}
