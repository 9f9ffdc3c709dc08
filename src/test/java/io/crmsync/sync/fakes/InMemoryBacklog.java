package io.crmsync.sync.fakes;

import io.crmsync.sync.port.Backlog;
import io.crmsync.sync.port.JobQueue.Lane;
import java.util.List;

/** How much waits in queues in memory. */
public final class InMemoryBacklog implements Backlog {
  private final InMemoryJobQueue queue;

  public InMemoryBacklog(InMemoryJobQueue queue) {
    this.queue = queue;
  }

  @Override
  public List<Waiting> waiting() {
    return List.of(
        of("contact-sync", queue.pairs(Lane.NIGHTLY)),
        of("contact-sync-now", queue.pairs(Lane.NOW)),
        of("snapshot-pages", queue.runSteps()),
        of("contact-changes", queue.changes()));
  }

  private static Waiting of(String name, MessageList<?> messages) {
    return new Waiting(name, messages.all().size(), messages.oldestVisible());
  }
}
