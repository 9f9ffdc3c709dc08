package io.crmsync.sync.world;

import io.crmsync.sync.port.JobQueue;
import io.crmsync.sync.port.PairMessage;
import io.crmsync.sync.port.StepMessage;
import io.crmsync.sync.port.StorageUnavailable;
import java.time.Duration;
import java.util.Collection;
import java.util.List;

/** Queues that take some messages about pairs and then throw {@link StorageUnavailable}. */
public final class CutShort implements JobQueue {
  private final JobQueue queue;
  private int left;

  /**
   * @param queue where the messages go that are taken
   * @param messages how many messages about pairs are taken; steps are taken without limit
   */
  public CutShort(JobQueue queue, int messages) {
    this.queue = queue;
    this.left = messages;
  }

  @Override
  public void sendPairs(Collection<PairMessage> messages, Lane lane) {
    for (PairMessage message : messages) {
      count();
      queue.sendPairs(List.of(message), lane);
    }
  }

  @Override
  public void sendPair(PairMessage message, Lane lane, Duration delay) {
    count();
    queue.sendPair(message, lane, delay);
  }

  @Override
  public void sendRunStep(StepMessage message, Duration delay) {
    queue.sendRunStep(message, delay);
  }

  @Override
  public void sendChanges(StepMessage message, Duration delay) {
    queue.sendChanges(message, delay);
  }

  private void count() {
    if (left-- == 0) {
      throw new StorageUnavailable("send", new IllegalStateException());
    }
  }
}
