package io.crmsync.sync.fakes;

import io.crmsync.sync.port.RequestStore;
import io.crmsync.sync.port.RequestStoreContract;

class InMemoryRequestStoreTest extends RequestStoreContract {
  private final RequestStore store = new InMemoryRequestStore();

  @Override
  protected RequestStore store() {
    return store;
  }
}
