package io.crmsync.localapp.azurite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A directory that one Azurite at a time keeps its content in. A file there names the process that
 * does; after its parent was killed it may still be saving.
 *
 * @param path the directory, which exists
 */
record StateDirectory(Path path) {

  /** Makes the directory if absent and waits until no other Azurite uses it. */
  static StateDirectory free(Path path, Duration patience) {
    try {
      StateDirectory directory = new StateDirectory(Files.createDirectories(path).toAbsolutePath());
      directory.owner().ifPresent(owner -> awaitEnd(owner, path, patience));
      return directory;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes down that {@code processId} uses the directory now. */
  void takenBy(long processId) {
    try {
      Files.writeString(ownerFile(), Long.toString(processId));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes down that nobody uses it. */
  void release() {
    try {
      Files.deleteIfExists(ownerFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Optional<ProcessHandle> owner() throws IOException {
    if (!Files.exists(ownerFile())) {
      return Optional.empty();
    }
    long processId = Long.parseLong(Files.readString(ownerFile()).strip());
    return ProcessHandle.of(processId).filter(StateDirectory::isNode);
  }

  /** The number may belong to a quite different process by now. */
  private static boolean isNode(ProcessHandle process) {
    return process.info().command().map(command -> command.contains("node")).orElse(false);
  }

  private static void awaitEnd(ProcessHandle owner, Path path, Duration patience) {
    try {
      owner.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException(
          "Another Azurite, process " + owner.pid() + ", uses " + path + ".", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while waiting for " + path, e);
    }
  }

  private Path ownerFile() {
    return path.resolve("azurite.pid");
  }
}
