package io.crmsync.adapters.storage;

import com.azure.core.util.Context;
import com.azure.data.tables.TableClient;
import com.azure.data.tables.models.TableTransactionAction;
import com.azure.data.tables.models.TableTransactionActionType;
import io.crmsync.domain.version.Version;
import io.crmsync.sync.port.StaleWrite;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Several rows of one partition at once: all are written, or none. */
final class TableTransactions {
  /** Storage's own limit. */
  private static final int MOST_ROWS = 100;

  /** Storage takes 4 MiB; the rows' weights leave out what is around them. */
  private static final int MOST_BYTES = 3_000_000;

  /** One row to be written, on which version, and how. */
  record Change(NewRow row, Version planned, TableTransactionActionType how) {
    /** On this version: see {@link StorageTable#write}. */
    static Change write(NewRow row, Version planned) {
      return planned.absent()
          ? new Change(row.signed(), planned, TableTransactionActionType.CREATE)
          : new Change(
              row.signed().on(planned), planned, TableTransactionActionType.UPDATE_REPLACE);
    }

    /** Whatever was there. */
    static Change put(NewRow row) {
      return new Change(row, Version.ABSENT, TableTransactionActionType.UPSERT_REPLACE);
    }

    /** Leaving the properties that the row has not as they are. */
    static Change merge(NewRow row) {
      return new Change(row, Version.ABSENT, TableTransactionActionType.UPSERT_MERGE);
    }

    /** Whatever it holds, but it must be there. */
    static Change delete(StoredRow row) {
      return new Change(
          new NewRow(row.partition(), row.key()),
          Version.ABSENT,
          TableTransactionActionType.DELETE);
    }

    private TableTransactionAction action() {
      return new TableTransactionAction(how, row.entity(), !planned.absent());
    }
  }

  private final StorageTable table;
  private final TableClient client;
  private final StorageOperations operations;
  private final String place;

  TableTransactions(
      StorageTable table, TableClient client, StorageOperations operations, String place) {
    this.table = table;
    this.client = client;
    this.operations = operations;
    this.place = place;
  }

  /**
   * Sorts the changes by partition and cuts those of each into as many transactions as they need.
   * Of two changes of one row the last counts.
   */
  static List<List<Change>> cut(Collection<Change> changes) {
    Map<String, Map<String, Change>> partitions = new LinkedHashMap<>();
    for (Change change : changes) {
      partitions
          .computeIfAbsent(change.row().partition(), absent -> new LinkedHashMap<>())
          .put(change.row().key(), change);
    }
    return partitions.values().stream().flatMap(rows -> pieces(rows.values())).toList();
  }

  private static Stream<List<Change>> pieces(Collection<Change> changes) {
    Stream.Builder<List<Change>> all = Stream.builder();
    List<Change> piece = new ArrayList<>();
    int bytes = 0;
    for (Change change : changes) {
      int weight = change.row().weight();
      if (piece.size() == MOST_ROWS || (!piece.isEmpty() && bytes + weight > MOST_BYTES)) {
        all.add(piece);
        piece = new ArrayList<>();
        bytes = 0;
      }
      piece.add(change);
      bytes += weight;
    }
    return all.add(piece).build();
  }

  /**
   * Writes rows each of which names its version: all, or none.
   *
   * @param changes made by {@link Change#write}
   * @return the new versions, in the order of the changes
   * @throws StaleWrite one of them does not hold
   */
  List<Version> write(List<Change> changes) {
    try {
      return submit(changes);
    } catch (StorageRefused e) {
      if (!e.stale()) {
        throw e;
      }
      return ours(changes);
    }
  }

  /** The first try may have written them all, and its answer been lost. */
  private List<Version> ours(List<Change> changes) {
    return changes.stream()
        .map(change -> table.heldAs(change.row()).orElseThrow(() -> stale(change.row())))
        .toList();
  }

  private StaleWrite stale(NewRow row) {
    return new StaleWrite(place + " " + row.partition() + "/" + row.key());
  }

  /**
   * Carries out one transaction.
   *
   * @return the new versions, in the order of the changes; of deletions nothing of meaning
   * @throws StorageRefused one of the rows was refused, so that none was written
   */
  List<Version> submit(List<Change> changes) {
    CaptureEtags.Target target = new CaptureEtags.Target(new ArrayList<>());
    List<TableTransactionAction> actions = changes.stream().map(Change::action).toList();
    table.call(
        "transaction",
        () ->
            client.submitTransactionWithResponse(
                actions, null, new Context(CaptureEtags.INTO, target)));
    operations.count(place + ".transaction.rows", changes.size());
    if (target.etags().size() < changes.size()
        && changes.get(0).how() != TableTransactionActionType.DELETE) {
      throw new IllegalStateException("storage answered a transaction without ETags");
    }
    return target.etags().stream().map(Version::new).toList();
  }
}
