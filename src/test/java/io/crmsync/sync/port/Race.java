package io.crmsync.sync.port;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Does things at the same moment, as two instances would. */
public final class Race {
  private Race() {}

  /** Takes what is to be done at once; gives the results in the same order. */
  public static <T> List<T> of(List<Callable<T>> racers) throws Exception {
    CyclicBarrier start = new CyclicBarrier(racers.size());
    ExecutorService threads = Executors.newFixedThreadPool(racers.size());
    try {
      List<Future<T>> running = new ArrayList<>();
      for (Callable<T> racer : racers) {
        running.add(
            threads.submit(
                () -> {
                  start.await();
                  return racer.call();
                }));
      }
      List<T> results = new ArrayList<>();
      for (Future<T> each : running) {
        results.add(each.get());
      }
      return results;
    } finally {
      threads.shutdown();
    }
  }

  /** Does it, and says whether it was not refused as stale. */
  public static boolean wins(Runnable write) {
    try {
      write.run();
      return true;
    } catch (StaleWrite e) {
      return false;
    }
  }
}
