package io.crmsync.sync.snapshot;

import io.crmsync.domain.audience.Directory;
import io.crmsync.domain.removal.Hold;
import io.crmsync.domain.removal.RemovalGuard;
import io.crmsync.domain.removal.RemovalGuard.Census;
import io.crmsync.sync.port.CrmBroken;
import io.crmsync.sync.port.CrmSource;
import io.crmsync.sync.port.DirectoryStore;
import io.crmsync.sync.port.SyncSettings;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads the CRM's users and groups, whole or not at all, and stores them for all who ask what
 * counts.
 */
public final class ReadDirectory {
  private final CrmSource crm;
  private final DirectoryStore directories;
  private final EarlierAddresses earlier;
  private final PastRuns past;
  private final SyncSettings settings;
  private final Clock clock;

  ReadDirectory(
      CrmSource crm,
      DirectoryStore directories,
      EarlierAddresses earlier,
      PastRuns past,
      SyncSettings settings,
      Clock clock) {
    this.crm = crm;
    this.directories = directories;
    this.earlier = earlier;
    this.past = past;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * Reads and stores. A failed read keeps what was stored before.
   *
   * @return what counts now: what somebody else read, who asked later and was faster
   * @throws io.crmsync.sync.port.CrmUnavailable no answer
   * @throws CrmBroken an answer that cannot be believed, or no such group as SYNC_USERS_GROUP
   */
  Directory now() {
    Instant askedAt = clock.instant();
    return counting(believed(), askedAt);
  }

  /**
   * A reading that no run will judge.
   *
   * @param directory what counts now
   * @param doubt why what was read does not: it was not stored; empty: it does
   */
  public record Known(Directory directory, Optional<Hold> doubt) {}

  /**
   * Reads for whoever cannot wait for the next run, and stores what was read; unless it has fewer
   * than half as many active users or groups as are stored, or as the last run saw (R18, b). Then
   * what is stored goes on to count, and the next run settles which of the two is right.
   *
   * @throws io.crmsync.sync.port.CrmUnavailable no answer
   * @throws CrmBroken an answer that cannot be believed, or no such group as SYNC_USERS_GROUP
   */
  public Known betweenRuns() {
    Instant askedAt = clock.instant();
    Directory read = believed();
    Optional<Directory> stored = directories.latest();
    Optional<Hold> doubt = doubt(read, stored);
    if (doubt.isEmpty()) {
      return new Known(counting(read, askedAt), doubt);
    }
    return new Known(stored.orElseThrow(() -> new CrmBroken(doubt.get().words())), doubt);
  }

  /** A run may have stored its own reading and not have come to judging it, so it is no measure. */
  private Optional<Hold> doubt(Directory read, Optional<Directory> stored) {
    Stream<Census> measures =
        Stream.concat(
            stored.map(Census::of).stream(), past.newestWhole().map(PastRuns::census).stream());
    return measures
        .flatMap(measure -> RemovalGuard.fewer(Census.of(read), measure).stream())
        .findFirst();
  }

  /** Not what was read, if somebody asked later and was faster. */
  private Directory counting(Directory read, Instant askedAt) {
    directories.latest().ifPresent(before -> earlier.note(before, read));
    directories.store(read, askedAt);
    return directories.latest().orElse(read);
  }

  /**
   * Reads, and stores nothing.
   *
   * @throws io.crmsync.sync.port.CrmUnavailable no answer
   * @throws CrmBroken an answer that cannot be believed, or no such group as SYNC_USERS_GROUP
   */
  public Directory believed() {
    Directory directory = crm.directory();
    settings
        .audience()
        .pilot()
        .filter(group -> !directory.has(group))
        .ifPresent(
            group -> {
              throw new CrmBroken("SYNC_USERS_GROUP names " + group + ", a group the CRM lacks");
            });
    return directory;
  }
}
