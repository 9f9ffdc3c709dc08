package io.crmsync.staged.alone;

import io.crmsync.adapters.storage.StorageClients;
import io.crmsync.adapters.storage.StorageJobQueue;
import io.crmsync.adapters.storage.StorageOperations;
import io.crmsync.adapters.storage.TableSyncListStore;
import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.PairId;
import io.crmsync.domain.contact.UserId;
import io.crmsync.sync.port.JobQueue.Lane;
import io.crmsync.sync.port.PairMessage;
import java.time.Duration;
import java.util.Optional;

/** Rows written, read and deleted, and a message sent. */
final class StorageSteps {
  private static final ContactId CONTACT = new ContactId("c1");
  private static final UserId USER = new UserId("u1");

  private final StorageClients storage;

  StorageSteps(String connectionString) {
    storage = StorageClients.of(connectionString, new StorageOperations()).withPrefix("alone");
  }

  void take() {
    storage.ask();
    TableSyncListStore lists = new TableSyncListStore(storage);
    lists.add(new PairId(USER, CONTACT));
    JarAlone.say("table: there: " + lists.contains(new PairId(USER, CONTACT)));
    JarAlone.say("table: query: " + lists.range(Optional.empty(), Optional.empty()).size());
    JarAlone.say("table: deleted: " + lists.remove(new PairId(USER, CONTACT)));
    new StorageJobQueue(storage)
        .sendPair(PairMessage.of(new PairId(USER, CONTACT)), Lane.NIGHTLY, Duration.ZERO);
    JarAlone.say("queue: sent");
  }
}
