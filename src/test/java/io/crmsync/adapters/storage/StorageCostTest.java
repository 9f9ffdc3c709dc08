package io.crmsync.adapters.storage;

import static io.crmsync.sync.port.StoreSamples.ANNA;
import static io.crmsync.sync.port.StoreSamples.NOW;
import static io.crmsync.sync.port.StoreSamples.contact;
import static io.crmsync.sync.port.StoreSamples.contactId;
import static io.crmsync.sync.port.StoreSamples.linkedPair;
import static io.crmsync.sync.port.StoreSamples.numbered;
import static org.assertj.core.api.Assertions.assertThat;

import io.crmsync.domain.contact.PairId;
import io.crmsync.domain.contact.UserId;
import io.crmsync.domain.pair.Pair;
import io.crmsync.domain.snapshot.StoredContact;
import io.crmsync.domain.version.Version;
import io.crmsync.domain.version.Versioned;
import io.crmsync.sync.port.JobQueue.Lane;
import io.crmsync.sync.port.PairMessage;
import io.crmsync.sync.port.PairStore.Wish;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How many requests a call takes: they are paid for, and throttled. */
class StorageCostTest {
  private final StorageOperations operations = new StorageOperations();
  private final StorageClients clients = TestStorage.empty(operations);

  @Test
  void aPairIsReadWithOneRequestAndWrittenWithOne() {
    TablePairStore pairs = new TablePairStore(clients);
    Versioned<Pair> absent = pairs.find(new PairId(ANNA, contactId("a")));
    Version first = pairs.write(absent.with(linkedPair(ANNA, contactId("a"), NOW)));
    pairs.write(new Versioned<>(absent.value(), first));

    assertThat(operations.counted())
        .isEqualTo(
            Map.of(
                "tables.Pairs.create", 1L,
                "tables.Pairs.get", 1L,
                "tables.Pairs.insert", 1L,
                "tables.Pairs.put", 1L));
  }

  @Test
  void wishesTakeOneRequestPerUserAndHundred() {
    TablePairStore pairs = new TablePairStore(clients);
    pairs.want(
        IntStream.range(0, 450)
            .mapToObj(i -> Wish.wanting(new PairId(new UserId("u" + i % 3), numbered(i)), "h"))
            .toList());

    assertThat(operations.counted())
        .containsEntry("tables.Pairs.transaction", 6L)
        .containsEntry("tables.Pairs.transaction.rows", 450L);
  }

  @Test
  void aPageOfContactsTakesOneRequestPerPartitionToReadAndAFewMoreToWrite() {
    TableContactStore contacts = new TableContactStore(clients);
    List<Versioned<StoredContact>> page =
        IntStream.range(0, 1_000).mapToObj(i -> Versioned.fresh(contact(numbered(i)))).toList();
    contacts.write(page);
    contacts.range(Optional.empty(), Optional.of(numbered(999)));

    assertThat(operations.counted())
        .containsEntry("tables.Contacts.query", (long) ContactRow.PARTITIONS)
        .containsEntry("tables.Contacts.transaction.rows", 1_000L)
        .hasEntrySatisfying(
            "tables.Contacts.transaction", count -> assertThat(count).isBetween(10L, 24L))
        .doesNotContainKey("tables.Contacts.insert");
  }

  @Test
  void aMessageIsOneRequest() {
    StorageJobQueue queue = new StorageJobQueue(clients);
    queue.sendPairs(
        IntStream.range(0, 40)
            .mapToObj(i -> PairMessage.of(new PairId(ANNA, numbered(i))))
            .toList(),
        Lane.NIGHTLY);

    assertThat(operations.counted())
        .isEqualTo(Map.of("queues.contact-sync.put", 1L, "queues.contact-sync.send", 40L));
  }
}
