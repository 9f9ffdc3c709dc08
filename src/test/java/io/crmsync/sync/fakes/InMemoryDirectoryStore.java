package io.crmsync.sync.fakes;

import io.crmsync.domain.audience.Directory;
import io.crmsync.sync.port.DirectoryStore;
import java.time.Instant;
import java.util.Optional;

/**
 * The last directory that was stored; at once, or as an instance that remembers an older one sees
 * it. Thread-safe.
 */
public final class InMemoryDirectoryStore implements DirectoryStore {
  private Optional<Directory> last = Optional.empty();
  private Instant lastAskedAt = Instant.MIN;
  private Optional<Directory> remembered = Optional.empty();

  /** From now on {@link #current} tells what is stored now, whatever is stored later. */
  public synchronized void remember() {
    remembered = last;
  }

  /** The table is lost: empty, as if it had just been made. */
  public synchronized void lose() {
    last = Optional.empty();
    lastAskedAt = Instant.MIN;
    remembered = Optional.empty();
  }

  @Override
  public synchronized Optional<Directory> current() {
    return remembered.or(() -> last);
  }

  @Override
  public synchronized Optional<Directory> latest() {
    return last;
  }

  @Override
  public synchronized void store(Directory directory, Instant askedAt) {
    if (!lastAskedAt.isAfter(askedAt)) {
      last = Optional.of(directory);
      lastAskedAt = askedAt;
    }
  }
}
