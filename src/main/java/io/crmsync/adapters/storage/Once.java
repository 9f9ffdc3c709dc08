package io.crmsync.adapters.storage;

/** Does something before its first use, once; again only if it failed. Thread-safe. */
final class Once {
  private final Runnable task;
  private volatile boolean done;

  Once(Runnable task) {
    this.task = task;
  }

  void ensure() {
    if (!done) {
      first();
    }
  }

  private synchronized void first() {
    if (!done) {
      task.run();
      done = true;
    }
  }
}
