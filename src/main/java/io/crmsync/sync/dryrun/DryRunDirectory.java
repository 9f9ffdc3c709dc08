package io.crmsync.sync.dryrun;

import io.crmsync.domain.audience.Directory;
import io.crmsync.domain.run.Run;
import io.crmsync.sync.snapshot.ReadDirectory;
import java.util.Optional;

/**
 * Users and groups of a dry run, which stores none: kept in this instance's memory for the run's
 * next steps, and read again by an instance that has not got them.
 */
final class DryRunDirectory {
  private record Kept(String run, Directory directory) {}

  private final ReadDirectory read;
  private volatile Optional<Kept> kept = Optional.empty();

  DryRunDirectory(ReadDirectory read) {
    this.read = read;
  }

  /**
   * Gives the run's directory.
   *
   * @throws io.crmsync.sync.port.CrmUnavailable no answer
   * @throws io.crmsync.sync.port.CrmBroken an answer that cannot be believed
   */
  Directory of(Run run) {
    return kept.filter(one -> one.run().equals(run.runId()))
        .map(Kept::directory)
        .orElseGet(() -> anew(run));
  }

  /** Reads the run's directory anew, even if one is kept, and keeps it. */
  Directory anew(Run run) {
    Directory directory = read.believed();
    kept = Optional.of(new Kept(run.runId(), directory));
    return directory;
  }

  /** It is not needed any more. */
  void forget() {
    kept = Optional.empty();
  }
}
