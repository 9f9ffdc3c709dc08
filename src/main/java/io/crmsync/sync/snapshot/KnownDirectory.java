package io.crmsync.sync.snapshot;

import io.crmsync.domain.audience.Directory;
import io.crmsync.sync.port.DirectoryStore;

/**
 * The directory for whoever asks between two runs: the stored one, or, before the first run, a new
 * one.
 */
public final class KnownDirectory {
  private final DirectoryStore directories;
  private final ReadDirectory read;

  public KnownDirectory(DirectoryStore directories, ReadDirectory read) {
    this.directories = directories;
    this.read = read;
  }

  /**
   * Gives the directory.
   *
   * @throws io.crmsync.sync.port.CrmUnavailable none is stored, and the CRM does not answer
   * @throws io.crmsync.sync.port.CrmBroken none is stored, and the CRM's cannot be believed
   */
  public Directory get() {
    return directories.current().orElseGet(() -> read.betweenRuns().directory());
  }
}
