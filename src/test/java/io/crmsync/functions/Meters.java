package io.crmsync.functions;

import io.crmsync.functions.measure.GraphUse;
import io.crmsync.functions.measure.Meter;
import java.time.Duration;
import java.time.InstantSource;

/** Meters for tests that ask nothing of them. */
public final class Meters {
  private Meters() {}

  /** Measures what it is given; what waits cannot be read, which fails nobody. */
  public static Meter silent() {
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
