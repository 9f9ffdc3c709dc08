package io.crmsync.adapters.storage;

import io.crmsync.adapters.storage.TableTransactions.Change;
import io.crmsync.sync.port.StaleWrite;
import io.crmsync.sync.port.SyncRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Every request once more, in one partition sorted by when it was accepted: finding the old ones
 * costs what there are of them, however many are younger.
 */
final class RequestsByAge {
  /** No request's partition, as {@link OpenRequestRow#PARTITION}. */
  private static final String PARTITION = "!accepted";

  /** At one call: some hundred transactions. */
  private static final int MOST_ROWS = 20_000;

  private static final String ID = "requestId";
  private static final String SELECTION = "selection";

  private final StorageTable table;

  RequestsByAge(StorageTable table) {
    this.table = table;
  }

  /** To be written before the request itself: none may be kept for ever. */
  void add(SyncRequest request) {
    String id = request.requestId();
    String key = time(request.acceptedAt()) + "!" + RequestRow.partition(id);
    table.put(table.row(PARTITION, key).text(ID, id));
  }

  /** To be written before the selection's row, which goes with this request. */
  void noteSelection(String requestId, String selectionKey) {
    table.put(
        table
            .row(RequestRow.partition(requestId), RequestRow.selectionNote(requestId))
            .text(SELECTION, selectionKey));
  }

  /** Deletes rows of the oldest requests that were accepted before, and says how many it ended. */
  int forget(Instant acceptedBefore, int atMost) {
    Filter old =
        Filter.partition(PARTITION).and(Filter.compare(Filter.ROW, "lt", time(acceptedBefore)));
    List<StoredRow> forgotten = new ArrayList<>();
    int left = MOST_ROWS;
    for (StoredRow each : table.where(old).first(atMost)) {
      int deleted = forget(each.text(ID), left);
      left -= deleted;
      if (left <= 0) {
        break; // there may be more of this one
      }
      forgotten.add(each);
    }
    delete(forgotten);
    return forgotten.size();
  }

  /** The request's own row first: a reader finds it whole or not at all. */
  private int forget(String requestId, int most) {
    String partition = RequestRow.partition(requestId);
    table.delete(partition, RequestRow.key(requestId));
    List<StoredRow> rows = table.where(Filter.partition(partition)).select(SELECTION).first(most);
    rows.stream()
        .flatMap(row -> row.optional(SELECTION).stream())
        .forEach(key -> forgetSelection(key, requestId));
    delete(rows);
    return rows.size();
  }

  /** Unless a younger request is the latest of that selection. */
  private void forgetSelection(String key, String requestId) {
    Optional<StoredRow> latest =
        table.find(RequestRow.SELECTIONS, key).filter(row -> row.text(ID).equals(requestId));
    try {
      latest.ifPresent(row -> table.delete(RequestRow.SELECTIONS, key, row.version()));
    } catch (StaleWrite e) {
      // chosen anew, or deleted by another instance, just now
    }
  }

  private void delete(List<StoredRow> rows) {
    TableTransactions.cut(rows.stream().map(Change::delete).toList()).forEach(this::deleteAll);
  }

  /** A transaction is refused if another instance deletes the same: then row by row. */
  private void deleteAll(List<Change> rows) {
    try {
      table.transactions().submit(rows);
    } catch (StorageRefused e) {
      if (!e.rowMissing()) {
        throw e;
      }
      rows.forEach(each -> table.delete(each.row().partition(), each.row().key()));
    }
  }

  /** Sorts as text as it does as a number, until the year 2286. */
  private static String time(Instant instant) {
    return "%013d".formatted(instant.toEpochMilli());
  }
}
