package io.crmsync.localapp.waiting;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/** Waits for what will come to hold; a test bounds the wait by its own time-out. */
public final class Eventually {

  private static final Duration PAUSE = Duration.ofMillis(50);

  private Eventually() {}

  /**
   * Returns when {@code condition} holds; asks it at most 20 times a second, so that asking does
   * not hold up what is waited for.
   */
  public static void until(BooleanSupplier condition) {
    while (!condition.getAsBoolean()) {
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }

  /** The first answer that is {@code enough}. */
  public static <T> T answer(Callable<T> question, Predicate<T> enough) throws Exception {
    T answer = question.call();
    while (!enough.test(answer)) {
      LockSupport.parkNanos(PAUSE.toNanos());
      answer = question.call();
    }
    return answer;
  }
}
