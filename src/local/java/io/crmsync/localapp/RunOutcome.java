package io.crmsync.localapp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Tells the build how a run ended: a file is there if it did not end well. */
final class RunOutcome {
  private static final Path FAILED = Landscape.LOGS.resolve("failed");

  private RunOutcome() {}

  /** Nothing is known yet. */
  static void forget() {
    try {
      Files.deleteIfExists(FAILED);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** It did not converge, or could not begin. */
  static void failed() {
    try {
      Files.createDirectories(Landscape.LOGS);
      Files.writeString(FAILED, "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
