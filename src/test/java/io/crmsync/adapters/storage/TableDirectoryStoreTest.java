package io.crmsync.adapters.storage;

import io.crmsync.sync.port.DirectoryStore;
import io.crmsync.sync.port.DirectoryStoreContract;
import java.time.Clock;

class TableDirectoryStoreTest extends DirectoryStoreContract {
  private final DirectoryStore store =
      new TableDirectoryStore(TestStorage.empty(), Clock.systemUTC());

  @Override
  protected DirectoryStore store() {
    return store;
  }
}
