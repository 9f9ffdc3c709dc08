package io.crmsync.sync.fakes;

import io.crmsync.sync.port.DirectoryStore;
import io.crmsync.sync.port.DirectoryStoreContract;

class InMemoryDirectoryStoreTest extends DirectoryStoreContract {
  private final DirectoryStore store = new InMemoryDirectoryStore();

  @Override
  protected DirectoryStore store() {
    return store;
  }
}
