package io.crmsync.localapp;

import java.time.Duration;
import java.util.Map;

/** Looks at a night from outside, again and again, and tells how far it is. */
final class Watch {
  private static final String QUEUE = "queue contact-sync";
  private static final String PAGES = "snapshot-pages";

  private final Landscape landscape;
  private final long contacts;
  private final long sentBefore;
  private final long deletedBefore;
  private final long readBefore;
  private final long begun = System.nanoTime();
  private final Rate rate = new Rate();
  private FunctionsState state;
  private long peakMemory;
  private long failed;
  private int stillFor;

  /** Begins to watch; {@code contacts} is how many the CRM has. */
  Watch(Landscape landscape, long contacts) {
    this.landscape = landscape;
    this.contacts = landscape.source().recordsRead().isPresent() ? contacts : 0;
    Map<String, Long> operations = landscape.azurite().operations();
    this.state = landscape.functions().state();
    this.sentBefore = sent(operations) - state.length("contact-sync");
    this.deletedBefore = deleted(operations);
    this.readBefore = contactsRead();
    this.failed = -state.failed();
  }

  /** Looks, and tells. */
  Progress look() {
    state = landscape.functions().state();
    peakMemory = Math.max(peakMemory, state.peakMemory());
    stillFor = state.running() == 0 && state.messages() > 0 ? stillFor + 1 : 0;
    Map<String, Long> operations = landscape.azurite().operations();
    long done = deleted(operations) - deletedBefore;
    Duration elapsed = elapsed();
    return new Progress(
        state.length(PAGES) > 0 || state.running("SnapshotPage") > 0,
        contactsRead() - readBefore,
        contacts,
        done,
        sent(operations) - sentBefore,
        stillFor > 1 ? state.messages() : 0,
        rate.perSecond(elapsed, done),
        elapsed);
  }

  /** The process is another one: its counts begin anew. */
  void restarted() {
    failed += state.failed();
  }

  FunctionsState state() {
    return state;
  }

  Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - begun);
  }

  /** In bytes, the highest that was seen. */
  long peakMemory() {
    return peakMemory;
  }

  /** Invocations that failed since we watch. */
  long failedInvocations() {
    return failed + state.failed();
  }

  /** For how many looks nothing was done though messages are there. */
  int stillFor() {
    return stillFor;
  }

  private static long sent(Map<String, Long> operations) {
    return operations.getOrDefault(QUEUE + " send", 0L);
  }

  private static long deleted(Map<String, Long> operations) {
    return operations.getOrDefault(QUEUE + " delete", 0L);
  }

  private long contactsRead() {
    return landscape.source().recordsRead().orElse(0);
  }
}
