package io.crmsync.adapters.storage;

import io.crmsync.domain.audience.Directory;
import io.crmsync.sync.port.DirectoryStore;
import io.crmsync.sync.port.StorageUnavailable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Users and groups in the table Directory; what was read is kept in memory for at most 5 minutes,
 * and longer only after one look at the pointer showed that it still counts.
 */
public final class TableDirectoryStore implements DirectoryStore {
  private static final Duration KEPT = Duration.ofMinutes(5);
  private static final int TRIES = 5;

  private record Kept(String version, Directory directory, Instant checkedAt) {}

  private final DirectoryVersions versions;
  private final Clock clock;
  private Optional<Kept> kept = Optional.empty();

  /** Takes where the tables are, and the clock by which memory ages. */
  public TableDirectoryStore(StorageClients clients, Clock clock) {
    this.versions = new DirectoryVersions(clients.table(TableName.DIRECTORY), clients.parallel());
    this.clock = clock;
  }

  @Override
  public synchronized Optional<Directory> current() {
    if (kept.filter(this::fresh).isEmpty()) {
      kept = read();
    }
    return kept.map(Kept::directory);
  }

  @Override
  public synchronized Optional<Directory> latest() {
    kept = read();
    return kept.map(Kept::directory);
  }

  @Override
  public void store(Directory directory, Instant askedAt) {
    String version = DirectoryVersions.name(askedAt);
    int rows = versions.write(directory, version);
    versions.makeCurrent(version, rows);
    forget();
    deleteOld();
  }

  /** It is stored all the same; the next time deletes what is left now. */
  private void deleteOld() {
    try {
      versions.deleteOld();
    } catch (StorageUnavailable e) {
      return;
    }
  }

  private boolean fresh(Kept before) {
    return clock.instant().isBefore(before.checkedAt().plus(KEPT));
  }

  private synchronized void forget() {
    kept = Optional.empty();
  }

  /** A reading that is deleted while we read it has been replaced: then the new one is read. */
  private Optional<Kept> read() {
    for (int i = 0; i < TRIES; i++) {
      Instant now = clock.instant();
      Optional<DirectoryVersions.Current> current = versions.current();
      if (current.isEmpty()) {
        return Optional.empty();
      }
      Optional<Directory> directory = directory(current.get());
      if (directory.isPresent()) {
        return Optional.of(new Kept(current.get().version(), directory.get(), now));
      }
    }
    throw new IllegalStateException("the stored directory is not complete");
  }

  private Optional<Directory> directory(DirectoryVersions.Current current) {
    return kept.filter(before -> before.version().equals(current.version()))
        .map(Kept::directory)
        .or(() -> versions.read(current));
  }
}
