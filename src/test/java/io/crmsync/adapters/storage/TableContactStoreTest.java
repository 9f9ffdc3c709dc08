package io.crmsync.adapters.storage;

import io.crmsync.sync.port.ContactStore;
import io.crmsync.sync.port.ContactStoreContract;

class TableContactStoreTest extends ContactStoreContract {
  private final ContactStore store = new TableContactStore(TestStorage.empty());

  @Override
  protected ContactStore store() {
    return store;
  }
}
