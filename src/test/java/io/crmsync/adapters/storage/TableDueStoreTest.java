package io.crmsync.adapters.storage;

import io.crmsync.sync.port.DueStore;
import io.crmsync.sync.port.DueStoreContract;

class TableDueStoreTest extends DueStoreContract {
  private final DueStore store = new TableDueStore(TestStorage.empty());

  @Override
  protected DueStore store() {
    return store;
  }
}
