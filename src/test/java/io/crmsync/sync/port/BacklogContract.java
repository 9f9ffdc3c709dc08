package io.crmsync.sync.port;

import static io.crmsync.sync.port.StoreSamples.ANNA;
import static io.crmsync.sync.port.StoreSamples.contactId;
import static org.assertj.core.api.Assertions.assertThat;

import io.crmsync.domain.contact.PairId;
import io.crmsync.sync.port.Backlog.Waiting;
import io.crmsync.sync.port.JobQueue.Lane;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every {@link Backlog} must do. */
public abstract class BacklogContract {
  private static final PairMessage MESSAGE = PairMessage.of(new PairId(ANNA, contactId("a")));

  protected abstract Backlog backlog();

  /** The queues that the backlog looks at, empty at first. */
  protected abstract JobQueue queue();

  @Test
  void everyQueueIsToldAlsoWhereItIsEmpty() {
    assertThat(backlog().waiting())
        .containsExactlyInAnyOrder(
            empty("contact-sync"),
            empty("contact-sync-now"),
            empty("snapshot-pages"),
            empty("contact-changes"));
  }

  @Test
  void messagesAreCountedAndTheFirstSaysSinceWhen() {
    queue().sendPairs(List.of(MESSAGE, MESSAGE, MESSAGE), Lane.NIGHTLY);
    queue().sendRunStep(new StepMessage("r", 0, 0), Duration.ZERO);

    assertThat(of("contact-sync").messages()).isEqualTo(3);
    assertThat(of("contact-sync").oldest()).isPresent();
    assertThat(of("snapshot-pages").messages()).isEqualTo(1);
    assertThat(of("contact-sync-now")).isEqualTo(empty("contact-sync-now"));
  }

  @Test
  void aDelayedMessageCountsButIsNoOldestOne() {
    queue().sendPair(MESSAGE, Lane.NOW, Duration.ofHours(1));
    assertThat(of("contact-sync-now"))
        .isEqualTo(new Waiting("contact-sync-now", 1, Optional.empty()));
  }

  private Waiting of(String name) {
    return backlog().waiting().stream()
        .filter(waiting -> waiting.queue().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static Waiting empty(String name) {
    return new Waiting(name, 0, Optional.empty());
  }
}
