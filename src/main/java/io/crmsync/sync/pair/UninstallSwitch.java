package io.crmsync.sync.pair;

import io.crmsync.sync.port.RunStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Whether the app has left the mailboxes: an admin released an uninstall, and nobody started a run
 * by hand since. Then no attempt at a pair writes anything.
 *
 * <p>That it has not left is believed for 10 seconds, so that attempts cost no request more; that
 * it has is asked each time. It is asked before an attempt, and again when its pair is claimed. So
 * after {@link #UNTIL_QUIET}, however slow a worker is in between, every attempt that does not know
 * of it has claimed its pair: who then finds no claim of a user's that may have left something
 * knows that nobody writes in that mailbox.
 */
public final class UninstallSwitch {
  private static final Duration BELIEVED = Duration.ofSeconds(10);

  /** From the decision on, by the clock of another instance, which may be some minutes ahead. */
  public static final Duration UNTIL_QUIET = Duration.ofMinutes(5);

  private final RunStore runs;
  private final Clock clock;
  private volatile Instant staysUntil = Instant.MIN;

  public UninstallSwitch(RunStore runs, Clock clock) {
    this.runs = runs;
    this.clock = clock;
  }

  boolean made() {
    Instant now = clock.instant();
    if (now.isBefore(staysUntil)) {
      return false;
    }
    boolean left = runs.latest().filter(run -> run.value().left()).isPresent();
    if (!left) {
      staysUntil = now.plus(BELIEVED);
    }
    return left;
  }
}
