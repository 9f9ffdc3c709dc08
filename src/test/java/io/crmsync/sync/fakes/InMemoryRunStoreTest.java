package io.crmsync.sync.fakes;

import io.crmsync.sync.port.RunStore;
import io.crmsync.sync.port.RunStoreContract;

class InMemoryRunStoreTest extends RunStoreContract {
  private final RunStore store = new InMemoryRunStore();

  @Override
  protected RunStore store() {
    return store;
  }
}
