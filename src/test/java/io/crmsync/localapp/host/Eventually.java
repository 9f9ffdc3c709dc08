package io.crmsync.localapp.host;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what will come to hold; a test bounds the wait by its own time-out. */
public final class Eventually {

  private static final Duration PAUSE = Duration.ofMillis(50);

  private Eventually() {}

  /** Returns when {@code condition} holds; asks it 20 times a second. */
  public static void until(BooleanSupplier condition) {
    while (!condition.getAsBoolean()) {
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }
}
