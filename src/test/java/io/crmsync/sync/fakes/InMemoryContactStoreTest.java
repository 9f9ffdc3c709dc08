package io.crmsync.sync.fakes;

import io.crmsync.sync.port.ContactStore;
import io.crmsync.sync.port.ContactStoreContract;

class InMemoryContactStoreTest extends ContactStoreContract {
  private final ContactStore store = new InMemoryContactStore();

  @Override
  protected ContactStore store() {
    return store;
  }
}
