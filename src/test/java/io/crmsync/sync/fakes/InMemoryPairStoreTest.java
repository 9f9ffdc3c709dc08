package io.crmsync.sync.fakes;

import io.crmsync.sync.port.PairStore;
import io.crmsync.sync.port.PairStoreContract;

class InMemoryPairStoreTest extends PairStoreContract {
  private final PairStore store = new InMemoryPairStore();

  @Override
  protected PairStore store() {
    return store;
  }
}
