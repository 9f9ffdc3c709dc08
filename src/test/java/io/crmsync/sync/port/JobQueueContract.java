package io.crmsync.sync.port;

import static io.crmsync.sync.port.StoreSamples.ANNA;
import static io.crmsync.sync.port.StoreSamples.contactId;
import static io.crmsync.sync.port.StoreSamples.numbered;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crmsync.domain.contact.PairId;
import io.crmsync.sync.port.JobQueue.Lane;
import io.crmsync.sync.port.PairMessage.Check;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link JobQueue} must do. */
public abstract class JobQueueContract {
  private static final PairMessage MESSAGE = PairMessage.of(new PairId(ANNA, contactId("a")));
  private static final Duration LONGEST = Duration.ofDays(7);

  /** Empty queues, the same ones throughout a test. */
  protected abstract JobQueue queue();

  /** Takes what is visible now off the queue. */
  protected abstract List<PairMessage> takeVisible(Lane lane);

  /** Takes what is visible now off the queue. */
  protected abstract List<StepMessage> takeVisibleRunSteps();

  /** Takes what is visible now off the queue. */
  protected abstract List<StepMessage> takeVisibleChanges();

  /** How many messages there are, visible or not. */
  protected abstract int waiting(Lane lane);

  @Test
  void everyPartOfAMessageIsKept() {
    for (Check check : Check.values()) {
      PairMessage full = MESSAGE.checking(check).forRequest("r-1").nextAttempt().nextAttempt();
      queue().sendPair(full, Lane.NOW, Duration.ZERO);
      assertThat(takeVisible(Lane.NOW)).containsExactly(full);
    }
  }

  @Test
  void eachLaneIsAQueueOfItsOwn() {
    queue().sendPairs(List.of(MESSAGE), Lane.NIGHTLY);
    assertThat(takeVisible(Lane.NOW)).isEmpty();
    assertThat(takeVisible(Lane.NIGHTLY)).containsExactly(MESSAGE);
  }

  @Test
  void aRunStepIsKept() {
    StepMessage step = new StepMessage("20261122T010000Z-x", 12, 3);
    queue().sendRunStep(step, Duration.ZERO);
    queue().sendRunStep(new StepMessage("later", 0, 0), Duration.ofMinutes(5));

    assertThat(takeVisibleRunSteps()).containsExactly(step);
    assertThat(takeVisible(Lane.NIGHTLY)).isEmpty();
  }

  @Test
  void aStepOfAChangeNoticeIsKept() {
    StepMessage step = new StepMessage("r-1", 12, 3);
    queue().sendChanges(step, Duration.ZERO);
    queue().sendChanges(StepMessage.first("later"), Duration.ofMinutes(5));

    assertThat(takeVisibleChanges()).containsExactly(step);
    assertThat(takeVisibleRunSteps()).isEmpty();
  }

  @Test
  void manyAreAllSent() {
    List<PairMessage> messages =
        IntStream.range(0, 1_000)
            .mapToObj(i -> PairMessage.of(new PairId(ANNA, numbered(i))))
            .toList();
    queue().sendPairs(messages, Lane.NIGHTLY);
    queue().sendPairs(List.of(), Lane.NIGHTLY);

    assertThat(takeVisible(Lane.NIGHTLY)).containsExactlyInAnyOrderElementsOf(messages);
  }

  @Test
  void aDelayedMessageIsThereButNotVisibleYet() {
    queue().sendPair(MESSAGE, Lane.NOW, Duration.ofMillis(90_500));
    queue().sendPair(MESSAGE, Lane.NOW, LONGEST);

    assertThat(takeVisible(Lane.NOW)).isEmpty();
    assertThat(waiting(Lane.NOW)).isEqualTo(2);
  }

  @Test
  void aDelayOfMoreThanSevenDaysIsRefused() {
    assertThatThrownBy(() -> queue().sendPair(MESSAGE, Lane.NOW, LONGEST.plusSeconds(1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> queue().sendPair(MESSAGE, Lane.NOW, Duration.ofSeconds(-1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(waiting(Lane.NOW)).isZero();
  }
}
