package io.crmsync.sync.run;

import io.crmsync.sync.port.RequestStore;
import java.time.Clock;
import java.time.Duration;

/**
 * Forgets requests, and their results, that nobody asks for any more: they do not grow for ever.
 */
final class ForgetRequests {
  /** As the HTTP API promises. */
  private static final Duration KEPT = Duration.ofDays(30);

  /** What is more waits for the next night, the oldest first: no night is late for it. */
  private static final int A_NIGHT = 1_000;

  private final RequestStore requests;
  private final Clock clock;

  ForgetRequests(RequestStore requests, Clock clock) {
    this.requests = requests;
    this.clock = clock;
  }

  /** Repeated after a crash, it does what is left. */
  void now() {
    requests.forget(clock.instant().minus(KEPT), A_NIGHT);
  }
}
