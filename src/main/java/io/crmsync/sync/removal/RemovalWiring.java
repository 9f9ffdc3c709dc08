package io.crmsync.sync.removal;

import io.crmsync.sync.port.Environment;
import io.crmsync.sync.port.Ports;
import java.time.Clock;

/** How removals are weighed, held and decided, made once for each instance of the app. */
public record RemovalWiring(
    AskGuard guard, HeldLists heldLists, RemovalStep step, DecideRemovals decideRemovals) {

  public static RemovalWiring of(Environment given) {
    Ports p = given.ports();
    Clock clock = given.clock();
    OpenRemovals open = new OpenRemovals(p.due(), p.queue());
    HeldLists heldLists = new HeldLists(open, p.runs(), clock);
    AskGuard guard = new AskGuard(given.settings(), p.pairs());
    return new RemovalWiring(
        guard,
        heldLists,
        new RemovalStep(
            open,
            heldLists,
            p.pairs(),
            p.directories(),
            p.runs(),
            guard,
            given.settings().audience(),
            clock),
        new DecideRemovals(p.runs(), p.queue(), clock));
  }
}
