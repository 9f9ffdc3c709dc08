package io.crmsync.simulators.crm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Keeps the feed's edits in a directory: looked at every second, and once more on close. */
final class KeptState implements AutoCloseable {
  private final Path directory;
  private final Feed feed;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(task -> daemon(task, "crm-simulator-state"));
  private long kept = -1;

  KeptState(Path directory, Feed feed) {
    this.directory = directory;
    this.feed = feed;
    keep();
    var unused = clock.scheduleWithFixedDelay(this::keep, 1, 1, TimeUnit.SECONDS);
  }

  @Override
  public void close() {
    clock.shutdown();
    keep();
  }

  private synchronized void keep() {
    long edits = feed.edits();
    if (edits != kept) {
      created(directory);
      feed.write(directory);
      kept = edits;
    }
  }

  private static void created(Path directory) {
    try {
      Files.createDirectories(directory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Thread daemon(Runnable task, String name) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    return thread;
  }
}
