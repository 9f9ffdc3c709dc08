package io.crmsync.adapters.storage;

import io.crmsync.sync.port.PairStore;
import io.crmsync.sync.port.PairStoreContract;

class TablePairStoreTest extends PairStoreContract {
  private final PairStore store = new TablePairStore(TestStorage.empty());

  @Override
  protected PairStore store() {
    return store;
  }
}
