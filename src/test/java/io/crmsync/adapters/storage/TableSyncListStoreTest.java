package io.crmsync.adapters.storage;

import io.crmsync.sync.port.SyncListStore;
import io.crmsync.sync.port.SyncListStoreContract;

class TableSyncListStoreTest extends SyncListStoreContract {
  private final SyncListStore store = new TableSyncListStore(TestStorage.empty());

  @Override
  protected SyncListStore store() {
    return store;
  }
}
