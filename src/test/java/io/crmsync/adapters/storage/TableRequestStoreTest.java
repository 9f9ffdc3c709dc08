package io.crmsync.adapters.storage;

import io.crmsync.sync.port.RequestStore;
import io.crmsync.sync.port.RequestStoreContract;

class TableRequestStoreTest extends RequestStoreContract {
  private final RequestStore store = new TableRequestStore(TestStorage.empty());

  @Override
  protected RequestStore store() {
    return store;
  }
}
