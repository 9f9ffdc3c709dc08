package io.crmsync.sync.fakes;

import io.crmsync.domain.audience.Directory;
import io.crmsync.sync.port.DirectoryStore;
import java.util.Optional;

/** The last directory that was stored, at once. Thread-safe. */
public final class InMemoryDirectoryStore implements DirectoryStore {
  private Optional<Directory> last = Optional.empty();

  @Override
  public synchronized Optional<Directory> current() {
    return last;
  }

  @Override
  public Optional<Directory> latest() {
    return current();
  }

  @Override
  public synchronized void store(Directory directory) {
    last = Optional.of(directory);
  }
}
