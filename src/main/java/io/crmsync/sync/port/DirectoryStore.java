package io.crmsync.sync.port;

import io.crmsync.domain.audience.Directory;
import java.time.Instant;
import java.util.Optional;

/** The last complete reading of users and groups. */
public interface DirectoryStore {
  /** At most 5 minutes older than what was last stored; empty: none was ever stored. */
  Optional<Directory> current();

  /** As it was last stored, whatever this instance remembers; empty: none was ever stored. */
  Optional<Directory> latest();

  /**
   * Stores a reading under a version of its own, and makes it the current one when complete; unless
   * a later one is already: what was asked for earlier does not undo what was asked for since.
   *
   * @param askedAt our clock, before the CRM was asked
   */
  void store(Directory directory, Instant askedAt);
}
