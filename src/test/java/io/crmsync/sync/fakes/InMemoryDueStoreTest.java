package io.crmsync.sync.fakes;

import io.crmsync.sync.port.DueStore;
import io.crmsync.sync.port.DueStoreContract;

class InMemoryDueStoreTest extends DueStoreContract {
  private final DueStore store = new InMemoryDueStore();

  @Override
  protected DueStore store() {
    return store;
  }
}
