package io.crmsync.adapters.storage;

import io.crmsync.sync.port.StorageUnavailable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Does many requests on a few daemon threads. Not the common pool: there, the Functions worker's
 * class loader is the wrong one.
 */
final class Parallel {
  private final int threads;
  private final ThreadPoolExecutor pool;

  Parallel(int threads) {
    this.threads = threads;
    this.pool =
        new ThreadPoolExecutor(
            threads, threads, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), Parallel::daemon);
    pool.allowCoreThreadTimeOut(true);
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "storage");
    thread.setDaemon(true);
    return thread;
  }

  /**
   * Does it to each, begun in this order, and returns when all are done. After a failure no more
   * are begun; the failure is thrown when those under way have ended.
   */
  <T> void forEach(Collection<T> items, Consumer<T> action) {
    List<T> all = List.copyOf(items);
    if (all.size() == 1) {
      all.forEach(action);
      return;
    }
    AtomicInteger next = new AtomicInteger();
    AtomicBoolean failed = new AtomicBoolean();
    List<Future<?>> workers = new ArrayList<>();
    for (int i = 0; i < Math.min(threads, all.size()); i++) {
      workers.add(pool.submit(() -> work(all, next, failed, action)));
    }
    awaitAll(workers);
  }

  private static <T> void work(
      List<T> all, AtomicInteger next, AtomicBoolean failed, Consumer<T> action) {
    for (int i = next.getAndIncrement();
        i < all.size() && !failed.get();
        i = next.getAndIncrement()) {
      try {
        action.accept(all.get(i));
      } catch (RuntimeException e) {
        failed.set(true);
        throw e;
      }
    }
  }

  private static void awaitAll(List<Future<?>> workers) {
    List<RuntimeException> failures = new ArrayList<>();
    for (Future<?> worker : workers) {
      try {
        worker.get();
      } catch (ExecutionException e) {
        failures.add(asRuntime(e.getCause()));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new StorageUnavailable("interrupted", e);
      }
    }
    if (!failures.isEmpty()) {
      throw failures.get(0);
    }
  }

  private static RuntimeException asRuntime(@Nullable Throwable cause) {
    return cause instanceof RuntimeException e ? e : new IllegalStateException(cause);
  }
}
