package io.crmsync.sync.pair;

import io.crmsync.sync.port.RunStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Whether the app has left the mailboxes: an admin released an uninstall, and nobody started a run
 * by hand since. Then no look at a pair writes anything.
 *
 * <p>That it has not left is believed for 10 seconds, so that looks cost no request more; that it
 * has is asked each time. After {@link #UNTIL_QUIET} every look that does not know of it yet has
 * claimed its pair: who then finds no live claim of a user knows that nobody writes in that
 * mailbox.
 */
public final class Departure {
  private static final Duration BELIEVED = Duration.ofSeconds(10);

  /** From the decision on, with time to spare for what is read before a claim. */
  public static final Duration UNTIL_QUIET = BELIEVED.plusSeconds(30);

  private final RunStore runs;
  private final Clock clock;
  private volatile Instant staysUntil = Instant.MIN;

  public Departure(RunStore runs, Clock clock) {
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
