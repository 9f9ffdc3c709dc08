package io.crmsync.localapp.files;

import java.nio.file.Path;

/**
 * Where a process of the tests leaves its files. The build runs two of them side by side and gives
 * each a property {@value #FORK}, so that they do not write over one another.
 */
public final class BuildFolder {
  /** The property by which the build tells its processes apart. */
  public static final String FORK = "test.fork";

  private BuildFolder() {}

  /** A folder in {@code target}, of this process alone; it may not exist yet. */
  public static Path of(String name) {
    return Path.of("target", name + fork());
  }

  /** Such as {@code -2}; empty outside the build. */
  public static String fork() {
    return System.getProperty(FORK, "");
  }
}
