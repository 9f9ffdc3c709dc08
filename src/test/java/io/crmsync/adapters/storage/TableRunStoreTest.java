package io.crmsync.adapters.storage;

import io.crmsync.sync.port.RunStore;
import io.crmsync.sync.port.RunStoreContract;

class TableRunStoreTest extends RunStoreContract {
  private final RunStore store = new TableRunStore(TestStorage.empty());

  @Override
  protected RunStore store() {
    return store;
  }
}
