package io.crmsync.adapters.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmsync.domain.audience.CrmUser;
import io.crmsync.domain.audience.Directory;
import io.crmsync.domain.audience.MailboxAddress;
import io.crmsync.domain.contact.UserId;
import io.crmsync.sync.world.TestClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What only several instances, or time, can show of the stored directory. */
class DirectoryVersionsTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final TestClock clock = new TestClock();
  private final String prefix = TestStorage.prefix();
  private final StorageOperations operations = new StorageOperations();
  private final StorageClients clients = TestStorage.at(prefix, operations);
  private final StorageTable table = clients.table(TableName.DIRECTORY);
  private final DirectoryVersions versions = new DirectoryVersions(table, clients.parallel());
  private final TableDirectoryStore here = new TableDirectoryStore(clients, clock);
  private final TableDirectoryStore there = new TableDirectoryStore(clients, clock);

  @Test
  void whatAnotherInstanceStoredShowsAfterFiveMinutes() {
    here.store(directory("anna"), clock.instant());
    assertThat(users(there)).containsExactly("anna");
    clock.forward(MINUTE);
    here.store(directory("bert"), clock.instant());

    clock.forward(MINUTE.multipliedBy(4).minusMillis(1));
    assertThat(users(there)).containsExactly("anna");
    clock.forward(Duration.ofMillis(1));
    assertThat(users(there)).containsExactly("bert");
    assertThat(users(here)).containsExactly("bert");
  }

  @Test
  void whoAsksForTheLatestSeesAtOnceWhatAnotherInstanceStored() {
    here.store(directory("anna"), clock.instant());
    users(there);
    clock.forward(MINUTE);
    here.store(directory("bert"), clock.instant());
    long queries = count("tables.Directory.query");

    assertThat(there.latest().orElseThrow().users()).containsOnlyKeys(new UserId("bert"));
    assertThat(users(there)).containsExactly("bert");
    there.latest();
    assertThat(count("tables.Directory.query")).isEqualTo(queries + 1);
  }

  @Test
  void whileNothingChangesOneSmallReadInFiveMinutesIsEnough() {
    here.store(directory("anna"), clock.instant());
    users(there);
    long queries = count("tables.Directory.query");
    long gets = count("tables.Directory.get");
    for (int i = 0; i < 60; i++) {
      clock.forward(Duration.ofSeconds(10));
      assertThat(users(there)).containsExactly("anna");
    }

    assertThat(count("tables.Directory.query")).isEqualTo(queries);
    assertThat(count("tables.Directory.get")).isEqualTo(gets + 2);
  }

  @Test
  void aReadingThatIsNotCompleteIsNotSeen() {
    here.store(directory("anna"), clock.instant());
    clock.forward(MINUTE);
    versions.write(directory("bert", "cleo"), DirectoryVersions.name(clock.instant()));
    clock.forward(MINUTE.multipliedBy(5));

    assertThat(users(here)).containsExactly("anna");
  }

  @Test
  void aReadingThatWasOvertakenDoesNotReplaceTheLaterOne() {
    String early = DirectoryVersions.name(clock.instant());
    int rows = versions.write(directory("anna"), early);
    clock.forward(MINUTE);
    here.store(directory("bert"), clock.instant());
    versions.makeCurrent(early, rows);

    assertThat(users(there)).containsExactly("bert");
  }

  @Test
  void twoReadingsAtTheSameMomentAreHarmless() {
    for (int i = 0; i < 6; i++) {
      here.store(directory("u" + i), clock.instant());
      assertThat(users(here)).containsExactly("u" + i);
    }
  }

  @Test
  void onlyTheCurrentReadingAndTheOneBeforeAreKept() {
    versions.write(directory("never", "complete"), DirectoryVersions.name(clock.instant()));
    for (int i = 0; i < 4; i++) {
      clock.forward(MINUTE);
      here.store(directory("u" + i), clock.instant());
    }

    Set<String> kept =
        table.where(Filter.EVERYTHING).all().stream()
            .map(StoredRow::key)
            .collect(Collectors.toSet());
    assertThat(kept).containsExactlyInAnyOrder("user!u2", "user!u3", "current");
  }

  @Test
  void aReadingOfWhichRowsAreMissingIsNotRead() {
    here.store(directory("anna", "bert"), clock.instant());
    DirectoryVersions.Current current = versions.current().orElseThrow();
    table.delete(current.version(), "user!bert");

    assertThat(versions.read(current)).isEmpty();
  }

  private long count(String operation) {
    return operations.counted().getOrDefault(operation, 0L);
  }

  private static List<String> users(TableDirectoryStore store) {
    return store.current().orElseThrow().users().keySet().stream().map(UserId::value).toList();
  }

  private static Directory directory(String... users) {
    return new Directory(
        List.of(users).stream()
            .map(id -> new CrmUser(new UserId(id), new MailboxAddress(id + "@example.org"), true))
            .toList(),
        Map.of());
  }
}
