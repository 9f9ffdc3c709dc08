package io.crmsync.simulators.graph;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** Waits within a request, without any lock; the server's end drops the request that waits. */
final class Pause {
  private Pause() {}

  /** Half to one and a half of the mean. */
  static void around(Duration mean) {
    if (!mean.isZero()) {
      forTime(mean.multipliedBy(ThreadLocalRandom.current().nextInt(50, 151)).dividedBy(100));
    }
  }

  static void forTime(Duration time) {
    try {
      TimeUnit.MILLISECONDS.sleep(time.toMillis());
    } catch (InterruptedException e) {
      throw interrupted();
    }
  }

  static void until(CountDownLatch gate) {
    try {
      gate.await();
    } catch (InterruptedException e) {
      throw interrupted();
    }
  }

  private static ConnectionDropped interrupted() {
    Thread.currentThread().interrupt();
    return new ConnectionDropped();
  }
}
