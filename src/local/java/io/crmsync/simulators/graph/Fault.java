package io.crmsync.simulators.graph;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/** An injected fault: its rule, how often it struck, and the gate that holds requests. */
public final class Fault {
  private final FaultRule rule;
  private final AtomicInteger matched = new AtomicInteger();
  private final Semaphore strikes = new Semaphore(0);
  private final AtomicInteger struck = new AtomicInteger();
  private final CountDownLatch gate = new CountDownLatch(1);

  Fault(FaultRule rule) {
    this.rule = rule;
  }

  /** The rule it was made of. */
  public FaultRule rule() {
    return rule;
  }

  /** How many requests it has struck so far; one that is being held is counted. */
  public int struck() {
    return struck.get();
  }

  /** Waits until it has struck so many more requests than were waited for before. */
  public void awaitStruck(int count) {
    strikes.acquireUninterruptibly(count);
  }

  /** Lets the requests go that it holds, and holds no more. */
  public void release() {
    gate.countDown();
  }

  /** Whether this request is its to strike; counts it if so. */
  boolean strikes(Call call, RequestKind kind, Mailbox mailbox) {
    if (!rule.matches(call, kind, mailbox)) {
      return false;
    }
    int place = matched.incrementAndGet() - rule.skip();
    boolean due = place >= 1 && place <= rule.times();
    if (due) {
      struck.incrementAndGet();
      strikes.release();
    }
    return due;
  }

  void awaitRelease() {
    Pause.until(gate);
  }
}
