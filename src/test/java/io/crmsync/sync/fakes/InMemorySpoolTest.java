package io.crmsync.sync.fakes;

import io.crmsync.sync.port.Spool;
import io.crmsync.sync.port.SpoolContract;

class InMemorySpoolTest extends SpoolContract {
  private final Spool spool = new InMemorySpool();

  @Override
  protected Spool spool() {
    return spool;
  }
}
