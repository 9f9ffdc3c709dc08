package io.crmsync.adapters.storage;

import static io.crmsync.sync.port.StoreSamples.ANNA;
import static io.crmsync.sync.port.StoreSamples.contactId;
import static org.assertj.core.api.Assertions.assertThat;

import io.crmsync.domain.mailbox.MailboxState;
import io.crmsync.domain.outlook.OutlookId;
import io.crmsync.sync.world.TestClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What only several instances, or time, can show of the stored mailboxes. */
class MailboxMemoryTest {
  private final TestClock clock = new TestClock();
  private final StorageOperations operations = new StorageOperations();
  private final StorageClients clients = TestStorage.empty(operations);
  private final TableMailboxStore here = new TableMailboxStore(clients, clock);
  private final TableMailboxStore there = new TableMailboxStore(clients, clock);
  private final Instant until = clock.instant().plusSeconds(3600);

  @Test
  void whatAnotherInstanceWroteShowsAfterThirtySeconds() {
    there.of(ANNA);
    here.change(ANNA, before -> before.throttledUntil(until));

    assertThat(there.of(ANNA).notBefore()).isEmpty();
    clock.forward(Duration.ofSeconds(30));
    assertThat(there.of(ANNA).notBefore()).contains(until);
  }

  @Test
  void whoAsksForTheLatestSeesWhatAnotherInstanceWroteJustNow() {
    there.of(ANNA);
    here.change(ANNA, before -> before.throttledUntil(until));

    assertThat(there.latest(ANNA).notBefore()).contains(until);
    assertThat(there.of(ANNA).notBefore()).as("and remembers it").contains(until);
  }

  @Test
  void whatIsWrittenHereShowsAtOnce() {
    here.of(ANNA);
    here.change(ANNA, before -> before.throttledUntil(until));

    assertThat(here.of(ANNA).notBefore()).contains(until);
  }

  @Test
  void aChangeThatChangesNothingWritesNothing() {
    here.change(ANNA, before -> before.throttledUntil(until));
    long writes = writes();
    here.change(ANNA, before -> before.throttledUntil(until));

    assertThat(writes()).isEqualTo(writes);
  }

  @Test
  void reservationsOfAdoptionsAreNoMailboxes() {
    new TablePairStore(clients).reserveAdoption(ANNA, new OutlookId("o"), contactId("a"));
    assertThat(here.all()).isEmpty();

    MailboxState state = here.change(ANNA, before -> before.throttledUntil(until));
    assertThat(here.all()).containsExactly(state);
  }

  private long writes() {
    return operations.counted().getOrDefault("tables.Mailboxes.insert", 0L)
        + operations.counted().getOrDefault("tables.Mailboxes.put", 0L);
  }
}
