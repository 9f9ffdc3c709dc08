package io.crmsync.adapters.storage;

import io.crmsync.NeverHangs;
import io.crmsync.sync.port.Spool;
import io.crmsync.sync.port.SpoolContract;

@NeverHangs
class BlobSpoolTest extends SpoolContract {
  private final Spool spool = new BlobSpool(TestStorage.empty());

  @Override
  protected Spool spool() {
    return spool;
  }
}
