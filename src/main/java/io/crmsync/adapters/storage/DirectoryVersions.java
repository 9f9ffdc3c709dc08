package io.crmsync.adapters.storage;

import io.crmsync.adapters.storage.TableTransactions.Change;
import io.crmsync.domain.audience.Directory;
import io.crmsync.domain.version.Version;
import io.crmsync.sync.port.StaleWrite;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The readings in the table Directory, each under a version, and the pointer that says which one
 * counts. A version begins with the time when the CRM was asked; the pointer's partition sorts
 * after all of them.
 */
final class DirectoryVersions {
  private static final String POINTER = "current";
  private static final String TIME_ENDS = "_";

  /**
   * Which reading counts.
   *
   * @param rows how many it has: fewer mean that it is being deleted
   * @param previous the one that counted before; empty: none
   * @param stored of the pointer itself
   */
  record Current(String version, int rows, String previous, Version stored) {}

  private final StorageTable table;
  private final Parallel parallel;

  DirectoryVersions(StorageTable table, Parallel parallel) {
    this.table = table;
    this.parallel = parallel;
  }

  Optional<Current> current() {
    return table
        .find(POINTER, POINTER)
        .map(
            row ->
                new Current(
                    row.text("version"), row.number("rows"), row.text("previous"), row.version()));
  }

  /** The whole reading; empty: it is not complete any more, and so not the current one. */
  Optional<Directory> read(Current current) {
    List<StoredRow> rows = table.where(Filter.partition(current.version())).all();
    return rows.size() == current.rows() ? Optional.of(DirectoryRows.read(rows)) : Optional.empty();
  }

  /** A new version: when it was asked for, and something that no other has. */
  static String name(Instant askedAt) {
    return RowText.of(askedAt) + TIME_ENDS + UUID.randomUUID();
  }

  /** Writes a reading; nobody sees it yet. Gives the number of its rows. */
  int write(Directory directory, String version) {
    List<Change> changes =
        DirectoryRows.write(directory, version, table).stream().map(Change::put).toList();
    parallel.forEach(TableTransactions.cut(changes), table.transactions()::submit);
    return changes.size();
  }

  /** Makes a complete reading the current one, unless a later one is already. */
  void makeCurrent(String version, int rows) {
    boolean done = false;
    while (!done) {
      Optional<Current> before = current();
      boolean later =
          before.map(now -> time(now.version()).compareTo(time(version)) > 0).orElse(false);
      done = later || swap(version, rows, before);
    }
  }

  /** All readings older than the one before the current one. */
  void deleteOld() {
    current()
        .filter(now -> !now.previous().isEmpty())
        .ifPresent(now -> deleteBefore(time(now.previous())));
  }

  private boolean swap(String version, int rows, Optional<Current> before) {
    NewRow pointer =
        table
            .row(POINTER, POINTER)
            .text("version", version)
            .number("rows", rows)
            .text("previous", before.map(Current::version));
    try {
      table.write(pointer, before.map(Current::stored).orElse(Version.ABSENT));
      return true;
    } catch (StaleWrite e) {
      return false;
    }
  }

  private static String time(String version) {
    return version.substring(0, version.indexOf(TIME_ENDS));
  }

  private void deleteBefore(String time) {
    List<StoredRow> rows = table.where(Filter.compare(Filter.PARTITION, "lt", time)).select().all();
    List<Change> changes = rows.stream().map(Change::delete).toList();
    parallel.forEach(TableTransactions.cut(changes), this::deleteAll);
  }

  /** A transaction is refused if another instance deletes the same: then row by row. */
  private void deleteAll(List<Change> rows) {
    try {
      table.transactions().submit(rows);
    } catch (StorageRefused e) {
      rows.forEach(each -> table.delete(each.row().partition(), each.row().key()));
    }
  }
}
