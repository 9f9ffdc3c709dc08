package io.crmsync.sync.fakes;

import io.crmsync.sync.port.MailboxStore;
import io.crmsync.sync.port.MailboxStoreContract;

class InMemoryMailboxStoreTest extends MailboxStoreContract {
  private final MailboxStore store = new InMemoryMailboxStore();

  @Override
  protected MailboxStore store() {
    return store;
  }
}
