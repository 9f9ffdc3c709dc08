package io.crmsync.adapters.storage;

import io.crmsync.sync.port.ReportStore;
import io.crmsync.sync.port.ReportStoreContract;

class TableReportStoreTest extends ReportStoreContract {
  private final ReportStore store = new TableReportStore(TestStorage.empty());

  @Override
  protected ReportStore store() {
    return store;
  }
}
