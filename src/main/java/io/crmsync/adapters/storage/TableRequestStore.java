package io.crmsync.adapters.storage;

import io.crmsync.sync.port.PairResult;
import io.crmsync.sync.port.RequestStore;
import io.crmsync.sync.port.StaleWrite;
import io.crmsync.sync.port.SyncRequest;
import io.crmsync.sync.port.Version;
import java.util.List;
import java.util.Optional;

/** Requests and results in the table Requests, one partition a request. */
public final class TableRequestStore implements RequestStore {
  private final StorageTable table;

  /** Takes where the tables are. */
  public TableRequestStore(StorageClients clients) {
    this.table = clients.table(TableName.REQUESTS);
  }

  @Override
  public void put(SyncRequest request) {
    table.put(RequestRow.write(request, table));
  }

  @Override
  public Optional<SyncRequest> find(String requestId) {
    return table
        .find(RequestRow.partition(requestId), RequestRow.key(requestId))
        .map(RequestRow::readRequest);
  }

  @Override
  public void record(String requestId, PairResult result) {
    table.put(RequestRow.write(requestId, result, table));
  }

  @Override
  public void recordIfNone(String requestId, PairResult result) {
    try {
      table.write(RequestRow.write(requestId, result, table), Version.ABSENT);
    } catch (StaleWrite e) {
      // there is one
    }
  }

  @Override
  public List<PairResult> results(String requestId) {
    Filter results = Filter.partition(RequestRow.partition(requestId)).and(RequestRow.RESULTS);
    return table.where(results).all().stream().map(RequestRow::readResult).toList();
  }
}
