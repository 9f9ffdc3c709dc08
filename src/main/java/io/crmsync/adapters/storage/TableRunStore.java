package io.crmsync.adapters.storage;

import io.crmsync.adapters.storage.TableTransactions.Change;
import io.crmsync.domain.run.Run;
import io.crmsync.domain.version.Version;
import io.crmsync.domain.version.Versioned;
import io.crmsync.sync.port.RunStore;
import io.crmsync.sync.port.StaleWrite;
import java.util.List;
import java.util.Optional;

/**
 * The runs in the table Runs, in one partition: a row says which was started last, and is changed
 * in the same transaction that makes the new one.
 */
public final class TableRunStore implements RunStore {
  private static final String LATEST = "latest";
  private static final String RUN_ID = "runId";

  /** Every key of a run is less: it begins with a hexadecimal digit. */
  private static final Filter RUNS =
      Filter.partition(RunRow.PARTITION).and(Filter.compare(Filter.ROW, "lt", LATEST));

  private static final int LONGEST_ID = 250;

  private final StorageTable table;

  /** Takes where the tables are. */
  public TableRunStore(StorageClients clients) {
    this.table = clients.table(TableName.RUNS);
  }

  @Override
  public Optional<Versioned<Run>> latest() {
    return pointer().flatMap(row -> find(row.text(RUN_ID)));
  }

  @Override
  public Optional<Versioned<Run>> find(String runId) {
    if (runId.isEmpty() || runId.length() > LONGEST_ID) {
      return Optional.empty();
    }
    return table.find(RunRow.PARTITION, RunRow.key(runId)).map(RunRow::read);
  }

  @Override
  public Version start(Run run, Optional<String> after) {
    Optional<StoredRow> pointer = pointer();
    Optional<String> latest = pointer.map(row -> row.text(RUN_ID));
    if (!latest.equals(after) || latest.equals(Optional.of(run.runId()))) {
      throw new StaleWrite("run " + run.runId());
    }
    Version planned = pointer.map(StoredRow::version).orElse(Version.ABSENT);
    NewRow newPointer = table.row(RunRow.PARTITION, LATEST).text(RUN_ID, run.runId());
    return table
        .transactions()
        .write(
            List.of(
                Change.write(RunRow.write(run, table), Version.ABSENT),
                Change.write(newPointer, planned)))
        .get(0);
  }

  @Override
  public Version write(Versioned<Run> run) {
    return table.write(RunRow.write(run.value(), table), run.version());
  }

  @Override
  public List<Run> list(Optional<String> after, int limit) {
    Optional<String> key = after.map(TableRunStore::cut).map(RunRow::key);
    Filter older = Filter.range(Filter.ROW, key, Optional.empty());
    return table.where(RUNS.and(older)).first(limit).stream()
        .map(row -> RunRow.read(row).value())
        .toList();
  }

  /** No run's id is longer, so that the place in the list is the same. */
  private static String cut(String runId) {
    return runId.substring(0, Math.min(runId.length(), LONGEST_ID));
  }

  private Optional<StoredRow> pointer() {
    return table.find(RunRow.PARTITION, LATEST);
  }
}
