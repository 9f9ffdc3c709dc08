package io.crmsync.adapters.storage;

import io.crmsync.sync.port.MailboxStore;
import io.crmsync.sync.port.MailboxStoreContract;
import java.time.Clock;

class TableMailboxStoreTest extends MailboxStoreContract {
  private final MailboxStore store = new TableMailboxStore(TestStorage.empty(), Clock.systemUTC());

  @Override
  protected MailboxStore store() {
    return store;
  }
}
