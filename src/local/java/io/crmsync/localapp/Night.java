package io.crmsync.localapp;

import io.crmsync.adapters.storage.TableMailboxStore;
import io.crmsync.domain.mailbox.MailboxState;
import io.crmsync.sync.port.MailboxStore;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Fires NightlySync, or what stands for it, and waits until nothing is left to do. */
final class Night {
  private static final Duration SHORTEST_PAUSE = Duration.ofMillis(200);
  private static final int LOOKS_THAT_COST = 10;
  private static final int LONG_STILL = 10;

  private final Landscape landscape;
  private final ProgressView view;

  Night(Landscape landscape, ProgressView view) {
    this.landscape = landscape;
    this.view = view;
  }

  /**
   * One night, to its end.
   *
   * @param contacts how many the CRM has
   * @return what was counted
   */
  Watched run(long contacts, Kills kills) {
    return run(contacts, kills, () -> landscape.functions().fire("NightlySync"));
  }

  /** One night, to its end, begun in this way. */
  Watched run(long contacts, Kills kills, Runnable begin) {
    Counts before = Counts.now(landscape);
    Watch watch = new Watch(landscape, contacts);
    kills.arm();
    begin.run();
    while (!ended(watch, kills)) {
      view.end();
    }
    view.end();
    return new Watched(
        Counts.now(landscape).since(before),
        watch.elapsed(),
        watch.peakMemory(),
        watch.failedInvocations(),
        watch.state());
  }

  /**
   * What a night was, seen from outside.
   *
   * @param peakMemory of the functions' process, in bytes
   * @param failedInvocations of functions; their messages came again
   * @param last the last look
   */
  record Watched(
      Counts counts, Duration time, long peakMemory, long failedInvocations, FunctionsState last) {}

  /** Looks until it ended, or was killed. */
  private boolean ended(Watch watch, Kills kills) {
    while (true) {
      long begun = System.nanoTime();
      Progress progress = watch.look();
      if (watch.state().drained() || onlyLaterWorkIsLeft(watch)) {
        return true;
      }
      view.show(progress);
      if (kills.strike(progress)) {
        watch.restarted();
        view.say("  killed the functions' process: " + progress.figures());
        return false;
      }
      pause(Duration.ofNanos(System.nanoTime() - begun));
    }
  }

  /**
   * A parked mailbox keeps one message that comes back after an hour or more, and a folder that was
   * trusted one that asks a quarter of an hour later. Asked seldom: it is counted among the
   * operations.
   */
  private boolean onlyLaterWorkIsLeft(Watch watch) {
    boolean longStill = watch.stillFor() > 0 && watch.stillFor() % LONG_STILL == 0;
    return longStill && watch.state().messages() <= laterMessages();
  }

  private long laterMessages() {
    MailboxStore mailboxes = new TableMailboxStore(landscape.storage(), Clock.systemUTC());
    return mailboxes.all().stream().mapToLong(Night::laterMessages).sum();
  }

  private static long laterMessages(MailboxState mailbox) {
    return mailbox.trusted().size() + (mailbox.parked().isPresent() ? 1L : 0L);
  }

  /** Looking must not cost what it measures. */
  private static void pause(Duration lookTook) {
    Duration proportionate = lookTook.multipliedBy(LOOKS_THAT_COST);
    Duration pause = proportionate.compareTo(SHORTEST_PAUSE) > 0 ? proportionate : SHORTEST_PAUSE;
    try {
      TimeUnit.MILLISECONDS.sleep(pause.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
