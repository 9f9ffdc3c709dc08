package io.crmsync.functions;

import java.util.List;
import java.util.function.Supplier;

/**
 * Takes steps in a daemon thread that the first invocation would otherwise wait for: what the SDKs
 * do at their first use is most of a cold start. Whatever fails is left to that invocation, which
 * meets it again and has somebody to tell.
 */
final class WarmUp implements Runnable {
  private final Supplier<List<Runnable>> steps;

  WarmUp(Supplier<List<Runnable>> steps) {
    this.steps = steps;
  }

  /** Begins, and returns at once. */
  static Thread begin(Supplier<List<Runnable>> steps) {
    Thread thread = new Thread(new WarmUp(steps), "warm-up");
    thread.setDaemon(true);
    // The worker's own threads have another one, in which ServiceLoader finds nothing of ours.
    thread.setContextClassLoader(WarmUp.class.getClassLoader());
    thread.start();
    return thread;
  }

  @Override
  public void run() {
    attempt(() -> steps.get().forEach(WarmUp::attempt));
  }

  /** Errors too: a class that is missing fails whoever needs it, and need not be needed. */
  private static void attempt(Runnable step) {
    try {
      step.run();
    } catch (RuntimeException | Error e) {
      // told by the first invocation that meets it
    }
  }
}
