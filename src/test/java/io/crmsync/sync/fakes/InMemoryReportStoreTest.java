package io.crmsync.sync.fakes;

import io.crmsync.sync.port.ReportStore;
import io.crmsync.sync.port.ReportStoreContract;

class InMemoryReportStoreTest extends ReportStoreContract {
  private final ReportStore store = new InMemoryReportStore();

  @Override
  protected ReportStore store() {
    return store;
  }
}
