package io.crmsync.adapters.storage;

import static io.crmsync.sync.port.StoreSamples.NOW;
import static io.crmsync.sync.port.StoreSamples.contactId;
import static io.crmsync.sync.port.StoreSamples.fullContact;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.PairId;
import io.crmsync.domain.contact.UserId;
import io.crmsync.domain.pair.Claim;
import io.crmsync.domain.pair.Pair;
import io.crmsync.domain.run.Run;
import io.crmsync.domain.snapshot.StoredContact;
import io.crmsync.domain.version.Version;
import io.crmsync.domain.version.Versioned;
import io.crmsync.sync.port.StaleWrite;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * R19: storage carries a write out, but its answer is lost. The SDK repeats it, and is told that
 * another changed the row: that other was this write itself.
 */
class LostAnswerTest {
  private static final UserId USER = new UserId("anna");
  private static final ContactId CONTACT = contactId("a");

  private final LostAnswers storage = new LostAnswers();
  private final StorageClients clients = storage.clients(TestStorage.prefix());
  private final TablePairStore pairs = new TablePairStore(clients);
  private final TableRunStore runs = new TableRunStore(clients);
  private final TableContactStore contacts = new TableContactStore(clients);

  LostAnswerTest() throws IOException {}

  @BeforeEach
  void makeTheTables() {
    pairs.find(new PairId(USER, CONTACT));
    runs.latest();
    contacts.find(CONTACT);
  }

  @AfterEach
  void stop() {
    assertThat(storage.lost()).isPositive();
    storage.close();
  }

  @Test
  void anOwnInsertWhoseAnswerWasLostIsNoStrangers() {
    storage.loseNext(1);

    Version version = pairs.write(Versioned.fresh(claimed("mine")));

    assertThat(pairs.find(new PairId(USER, CONTACT)))
        .isEqualTo(new Versioned<>(claimed("mine"), version));
  }

  @Test
  void anOwnReplaceWhoseAnswerWasLostIsNoStrangers() {
    Version first = pairs.write(Versioned.fresh(claimed("first")));
    storage.loseNext(2);

    Version version = pairs.write(new Versioned<>(claimed("mine"), first));

    assertThat(pairs.find(new PairId(USER, CONTACT)))
        .isEqualTo(new Versioned<>(claimed("mine"), version));
  }

  @Test
  void whatAnotherWroteIsNotTakenForOnesOwn() {
    Version first = pairs.write(Versioned.fresh(claimed("first")));
    storage.loseNext(1);
    pairs.write(new Versioned<>(claimed("other"), first));

    assertThatThrownBy(() -> pairs.write(new Versioned<>(claimed("mine"), first)))
        .isInstanceOf(StaleWrite.class);
  }

  @Test
  void anOwnRunWhoseAnswerWasLostWasStarted() {
    Run run = Run.started("20261122T010000Z", Run.Mode.CHANGES, Run.TIMER, NOW);
    storage.loseNext(1);

    Version version = runs.start(run, Optional.empty());

    assertThat(runs.latest()).contains(new Versioned<>(run, version));
  }

  @Test
  void ownContactsWhoseAnswerWasLostAreAmongTheWritten() {
    List<StoredContact> three = inOnePartition(3);
    storage.loseNext(1);

    Map<ContactId, Version> written = contacts.write(three.stream().map(Versioned::fresh).toList());

    assertThat(written).hasSize(3);
    for (StoredContact row : three) {
      Versioned<StoredContact> found = contacts.find(row.id()).orElseThrow();
      assertThat(found.value()).isEqualTo(row);
      assertThat(written).containsEntry(row.id(), found.version());
    }
  }

  private static List<StoredContact> inOnePartition(int count) {
    return IntStream.range(0, 1000)
        .mapToObj(i -> contactId("c" + i))
        .filter(id -> ContactRow.partition(id).equals("0"))
        .limit(count)
        .map(id -> fullContact(id))
        .toList();
  }

  private static Pair claimed(String owner) {
    return Pair.unknown(new PairId(USER, CONTACT))
        .claimedBy(new Claim(owner, NOW.plus(Duration.ofMinutes(5))));
  }
}
