package io.crmsync.adapters.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.core.http.okhttp.OkHttpAsyncHttpClientBuilder;
import com.azure.data.tables.TableServiceClientBuilder;
import io.crmsync.adapters.storage.TableTransactions.Change;
import io.crmsync.domain.version.Version;
import io.crmsync.localapp.azurite.SharedAzurite;
import io.crmsync.sync.port.StaleWrite;
import java.util.List;
import org.junit.jupiter.api.Test;

class StorageTableTest {
  private final String prefix = TestStorage.prefix();
  private final StorageTable table =
      TestStorage.at(prefix, new StorageOperations()).table(TableName.PAIRS);

  @Test
  void aWriteGivesTheVersionThatIsReadAfterwards() {
    Version first = table.write(row("a", "1"), Version.ABSENT);
    assertThat(read("a").version()).isEqualTo(first);

    Version second = table.write(row("a", "2"), first);
    assertThat(read("a").version()).isEqualTo(second);
  }

  @Test
  void aTransactionGivesTheVersionsThatAreReadAfterwards() {
    Version old = table.write(row("b", "1"), Version.ABSENT);
    List<Version> versions =
        submit(Change.write(row("a", "2"), Version.ABSENT), Change.write(row("b", "2"), old));

    assertThat(versions).containsExactly(read("a").version(), read("b").version());
  }

  @Test
  void aReplacedRowKeepsNothingOfTheOldOne() {
    Version first = table.write(row("a", "1").text("other", "1"), Version.ABSENT);
    table.write(row("a", "2"), first);

    assertThat(read("a").text("value")).isEqualTo("2");
    assertThat(read("a").text("other")).isEmpty();
  }

  @Test
  void aWriteOnAnotherVersionIsStale() {
    Version first = table.write(row("a", "1"), Version.ABSENT);
    table.write(row("a", "2"), first);

    assertThatThrownBy(() -> table.write(row("a", "3"), first)).isInstanceOf(StaleWrite.class);
    assertThatThrownBy(() -> table.write(row("a", "3"), Version.ABSENT))
        .isInstanceOf(StaleWrite.class);
    assertThatThrownBy(() -> table.write(row("absent", "3"), first)).isInstanceOf(StaleWrite.class);
    assertThatThrownBy(() -> table.delete("p", "a", first)).isInstanceOf(StaleWrite.class);
  }

  @Test
  void aTransactionWithOneStaleRowWritesNone() {
    Version first = table.write(row("a", "1"), Version.ABSENT);
    table.write(row("a", "2"), first);

    assertThatStale(
        Change.write(row("b", "3"), Version.ABSENT), Change.write(row("a", "3"), first));
    assertThatStale(
        Change.write(row("b", "3"), Version.ABSENT), Change.write(row("a", "3"), Version.ABSENT));
    assertThatStale(
        Change.write(row("b", "3"), Version.ABSENT), Change.write(row("absent", "3"), first));
    assertThat(table.find("p", "b")).isEmpty();
  }

  @Test
  void aDeletionSaysWhetherTheRowWasThere() {
    table.put(row("a", "1"));

    assertThat(table.delete("p", "a")).isTrue();
    assertThat(table.delete("p", "a")).isFalse();
  }

  @Test
  void aRowThatANewerVersionWroteIsRefused() {
    table.put(row("a", "1").number(StorageTable.SCHEMA, TableName.PAIRS.schema() + 1));

    assertThatThrownBy(() -> table.find("p", "a"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "table Pairs, row p/a: written by a newer version of this app"
                + " (schema 2, this one reads up to 1)");
    assertThatThrownBy(() -> table.where(Filter.partition("p")).select().all())
        .isInstanceOf(IllegalStateException.class);
  }

  /** Or a lost table would look like a CRM without contacts. */
  @Test
  void aMissingTableIsNotAMissingRow() {
    table.put(row("a", "1"));
    new TableServiceClientBuilder()
        .connectionString(SharedAzurite.connectionString())
        .httpClient(new OkHttpAsyncHttpClientBuilder().build())
        .buildClient()
        .deleteTable(prefix + "Pairs");

    assertThatThrownBy(() -> table.find("p", "a"))
        .isInstanceOf(StorageRefused.class)
        .hasMessageContaining("TableNotFound");
    assertThatThrownBy(() -> table.where(Filter.EVERYTHING).all())
        .isInstanceOf(StorageRefused.class);
    assertThatThrownBy(() -> table.write(row("a", "2"), new Version("W/\"x\"")))
        .isInstanceOf(StorageRefused.class);
  }

  @Test
  void aTableThatIsThereAlreadyIsUsed() {
    table.put(row("a", "1"));
    StorageTable again = TestStorage.at(prefix, new StorageOperations()).table(TableName.PAIRS);

    assertThat(again.find("p", "a")).isPresent();
  }

  private NewRow row(String key, String value) {
    return table.row("p", key).text("value", value);
  }

  private StoredRow read(String key) {
    return table.find("p", key).orElseThrow();
  }

  private List<Version> submit(Change... changes) {
    return table.transactions().submit(List.of(changes));
  }

  private void assertThatStale(Change... changes) {
    assertThatThrownBy(() -> submit(changes))
        .isInstanceOfSatisfying(
            StorageRefused.class, refused -> assertThat(refused.stale()).isTrue());
  }
}
