package io.crmsync.simulators.graph;

import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Loads the state at the start, saves it every few seconds and at the end. */
final class StateKeeping implements AutoCloseable {
  private static final long SECONDS_BETWEEN = 3;

  private final StateDirectory directory;
  private final Mailboxes mailboxes;
  private final ScheduledExecutorService timer;
  private final ScheduledFuture<?> saving;

  StateKeeping(Path path, Mailboxes mailboxes) {
    this.directory = new StateDirectory(path);
    this.mailboxes = mailboxes;
    directory.load().forEach(mailboxes::put);
    this.timer = Executors.newSingleThreadScheduledExecutor(Daemons.named("graph-simulator-state"));
    this.saving =
        timer.scheduleWithFixedDelay(
            () -> directory.save(mailboxes.all()),
            SECONDS_BETWEEN,
            SECONDS_BETWEEN,
            TimeUnit.SECONDS);
  }

  @Override
  public void close() {
    saving.cancel(false);
    timer.shutdown();
    directory.save(mailboxes.all());
  }
}
