package io.crmsync.simulators.graph;

import java.time.Instant;
import java.time.InstantSource;

/** Everything that one running simulator shares among its requests. */
final class Simulation {
  private final InstantSource clock;
  private final Mailboxes mailboxes = new Mailboxes();
  private final Throttle throttle = new Throttle();
  private final FaultInjection faults = new FaultInjection();
  private final RequestJournal journal = new RequestJournal();
  private volatile GraphBehaviour behaviour;

  Simulation(InstantSource clock, GraphBehaviour behaviour) {
    this.clock = clock;
    this.behaviour = behaviour;
  }

  Instant now() {
    return clock.instant();
  }

  Mailboxes mailboxes() {
    return mailboxes;
  }

  Throttle throttle() {
    return throttle;
  }

  FaultInjection faults() {
    return faults;
  }

  RequestJournal journal() {
    return journal;
  }

  GraphBehaviour behaviour() {
    return behaviour;
  }

  void behave(GraphBehaviour newBehaviour) {
    behaviour = newBehaviour;
  }

  RequestCounts counts() {
    return journal.counts(throttle.peak());
  }

  void resetCounts() {
    journal.reset();
    throttle.clearPeaks();
  }
}
