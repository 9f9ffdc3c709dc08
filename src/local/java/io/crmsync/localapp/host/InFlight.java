package io.crmsync.localapp.host;

/** How many messages of one function are being worked on. */
final class InFlight {

  private int count;

  synchronized void add() {
    count++;
  }

  synchronized void remove() {
    count--;
    notifyAll();
  }

  synchronized int count() {
    return count;
  }

  /** Waits until no more than {@code limit} are left. */
  synchronized void awaitAtMost(int limit) throws InterruptedException {
    while (count > limit) {
      wait();
    }
  }
}
