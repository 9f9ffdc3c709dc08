package io.crmsync.sync.fakes;

import static io.crmsync.sync.port.StoreSamples.ANNA;
import static io.crmsync.sync.port.StoreSamples.NOW;
import static io.crmsync.sync.port.StoreSamples.contactId;
import static org.assertj.core.api.Assertions.assertThat;

import io.crmsync.domain.contact.PairId;
import io.crmsync.sync.port.JobQueue;
import io.crmsync.sync.port.JobQueueContract;
import io.crmsync.sync.port.PairMessage;
import io.crmsync.sync.port.StepMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class InMemoryJobQueueTest extends JobQueueContract {
  private Instant now = NOW;
  private final InMemoryJobQueue queue = new InMemoryJobQueue(() -> now);

  @Override
  protected JobQueue queue() {
    return queue;
  }

  @Override
  protected List<PairMessage> takeVisible(JobQueue.Lane lane) {
    return queue.pairs(lane).takeVisible();
  }

  @Override
  protected List<StepMessage> takeVisibleRunSteps() {
    return queue.runSteps().takeVisible();
  }

  @Override
  protected List<StepMessage> takeVisibleChanges() {
    return queue.changes().takeVisible();
  }

  @Override
  protected int waiting(JobQueue.Lane lane) {
    return queue.pairs(lane).all().size();
  }

  @Test
  void aDelayedMessageGetsVisibleWithTime() {
    PairMessage message = PairMessage.of(new PairId(ANNA, contactId("a")));
    queue.sendPair(message, JobQueue.Lane.NOW, Duration.ofMinutes(1));
    assertThat(queue.firstVisibleAt()).isEqualTo(NOW.plusSeconds(60));

    now = queue.firstVisibleAt();
    assertThat(queue.pairs(JobQueue.Lane.NOW).takeNext()).contains(message);
    assertThat(queue.firstVisibleAt()).isEqualTo(Instant.MAX);
  }

  @Test
  void aTestMayReorderAndDuplicate() {
    PairMessage a = PairMessage.of(new PairId(ANNA, contactId("a")));
    PairMessage b = PairMessage.of(new PairId(ANNA, contactId("b")));
    queue.sendPairs(List.of(a, b), JobQueue.Lane.NIGHTLY);
    queue.pairs(JobQueue.Lane.NIGHTLY).reverse();
    queue.pairs(JobQueue.Lane.NIGHTLY).duplicateAll();

    assertThat(queue.pairs(JobQueue.Lane.NIGHTLY).messages()).containsExactly(b, a, b, a);
    assertThat(queue.pairs(JobQueue.Lane.NIGHTLY).takeAll()).hasSize(4);
  }
}
