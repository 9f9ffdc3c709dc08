package io.crmsync.sync.fakes;

import static io.crmsync.sync.port.StoreSamples.NOW;

import io.crmsync.sync.port.Backlog;
import io.crmsync.sync.port.BacklogContract;
import io.crmsync.sync.port.JobQueue;

class InMemoryBacklogTest extends BacklogContract {
  private final InMemoryJobQueue queue = new InMemoryJobQueue(() -> NOW);

  @Override
  protected Backlog backlog() {
    return new InMemoryBacklog(queue);
  }

  @Override
  protected JobQueue queue() {
    return queue;
  }
}
