package io.crmsync.functions;

import java.time.Duration;
import java.time.InstantSource;

/** Meters for tests that ask nothing of them. */
final class Meters {
  private Meters() {}

  /** Measures what it is given; what waits cannot be read, which fails nobody. */
  static Meter silent() {
    return new Meter(
        InstantSource.system(),
        () -> new GraphUse(0, 0, Duration.ZERO, 0),
        () -> 0,
        () -> {
          throw new IllegalStateException("no stock here");
        },
        () -> {
          throw new IllegalStateException("no backlog here");
        });
  }
}
