package io.crmsync.sync.fakes;

import io.crmsync.sync.port.SyncListStore;
import io.crmsync.sync.port.SyncListStoreContract;

class InMemorySyncListStoreTest extends SyncListStoreContract {
  private final SyncListStore store = new InMemorySyncListStore();

  @Override
  protected SyncListStore store() {
    return store;
  }
}
