package io.crmsync.adapters.storage;

import static org.assertj.core.api.Assertions.assertThat;

import com.azure.data.tables.TableServiceClient;
import com.azure.data.tables.TableServiceClientBuilder;
import com.azure.data.tables.sas.TableAccountSasPermission;
import com.azure.data.tables.sas.TableAccountSasResourceType;
import com.azure.data.tables.sas.TableAccountSasService;
import com.azure.data.tables.sas.TableAccountSasSignatureValues;
import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.PairId;
import io.crmsync.domain.contact.UserId;
import io.crmsync.infra.SyncListBackup;
import io.crmsync.localapp.azurite.SharedAzurite;
import io.crmsync.sync.port.SyncListStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The one table that cannot be rebuilt can be brought back from the file that an admin keeps. */
class SyncListBackupTest {
  private static final int ROWS = 20;

  private final String prefix = TestStorage.prefix();
  private final StorageClients clients = TestStorage.at(prefix, new StorageOperations());
  private final SyncListStore store = new TableSyncListStore(clients);
  private final TableServiceClient service =
      new TableServiceClientBuilder()
          .connectionString(SharedAzurite.connectionString())
          .buildClient();
  private final SyncListBackup backup;

  SyncListBackupTest(@TempDir Path folder) {
    backup = new SyncListBackup(prefix + "SyncList", sas(), folder.resolve("sync-list.jsonl"));
  }

  @BeforeEach
  void aList() {
    IntStream.range(0, ROWS).forEach(i -> store.add(new PairId(user(i), contact(i))));
  }

  @Test
  void whatWasExportedIsThereAgainAfterTheTableWasLost() {
    Map<ContactId, Set<UserId>> before = all();
    assertThat(before).hasSize(ROWS);
    assertThat(backup.run("export").exitCode()).isZero();
    service.deleteTable(prefix + "SyncList");
    SyncListStore anew = new TableSyncListStore(TestStorage.at(prefix, new StorageOperations()));
    assertThat(anew.range(Optional.empty(), Optional.empty())).isEmpty();

    SyncListBackup.CommandResult imported = backup.run("import");

    assertThat(imported.output()).contains(ROWS + " rows imported");
    assertThat(anew.range(Optional.empty(), Optional.empty())).isEqualTo(before);
    assertThat(backup.run("check").exitCode()).isZero();
  }

  /** Table Storage gives at most 1,000 rows at once. */
  @Test
  void aListOfMoreThanOnePageIsExportedWhole() {
    IntStream.range(0, 1_100).parallel().forEach(i -> store.add(new PairId(user(i), contact(i))));

    assertThat(backup.run("export").output()).contains("1100 rows exported");
  }

  @Test
  void importingTwiceOrOverNewerEntriesLosesNothing() {
    backup.run("export");
    store.add(new PairId(user(1), new ContactId("newer")));

    assertThat(backup.run("import").exitCode()).isZero();

    assertThat(all()).hasSize(ROWS + 1);
    assertThat(backup.run("check"))
        .satisfies(check -> assertThat(check.exitCode()).isEqualTo(2))
        .satisfies(
            check -> assertThat(check.output()).contains("1 in the table only", "0 of them not"));
  }

  @Test
  void aFileThatWasCutOffIsNotImported() throws IOException {
    backup.run("export");
    List<String> lines = Files.readAllLines(backup.file());
    Files.write(backup.file(), lines.subList(0, lines.size() - 1));
    store.remove(new PairId(user(0), contact(0)));

    SyncListBackup.CommandResult imported = backup.run("import");

    assertThat(imported.exitCode()).isEqualTo(1);
    assertThat(imported.output()).contains("cut off");
    assertThat(store.contains(new PairId(user(0), contact(0)))).isFalse();
  }

  @Test
  void aBackupIsNeverOverwritten() throws IOException {
    backup.run("export");
    String first = Files.readString(backup.file());

    assertThat(backup.run("export").exitCode()).isEqualTo(1);

    assertThat(backup.file()).hasContent(first);
  }

  @Test
  void whoMayNotReadTheTableIsToldSo() {
    SyncListBackup stranger =
        new SyncListBackup(backup.table(), "sv=2020-12-06&sig=x", backup.file());

    SyncListBackup.CommandResult refused = stranger.run("export");

    assertThat(refused.exitCode()).isEqualTo(1);
    assertThat(refused.output()).contains("403").doesNotContain("sig=");
    assertThat(backup.file()).doesNotExist();
  }

  private Map<ContactId, Set<UserId>> all() {
    return store.range(Optional.empty(), Optional.empty());
  }

  private String sas() {
    return service.generateAccountSas(
        new TableAccountSasSignatureValues(
            OffsetDateTime.now(ZoneOffset.UTC).plusHours(1),
            TableAccountSasPermission.parse("rwdlau"),
            new TableAccountSasService().setTableAccess(true),
            new TableAccountSasResourceType().setObject(true).setContainer(true)));
  }

  private static ContactId contact(int number) {
    return new ContactId("c-" + number);
  }

  private static UserId user(int number) {
    return new UserId("u." + number % 7 + "~x");
  }
}
