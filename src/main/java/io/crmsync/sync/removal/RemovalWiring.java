package io.crmsync.sync.removal;

import io.crmsync.sync.port.Ports;
import io.crmsync.sync.port.Surroundings;
import java.time.Clock;

/** How removals are weighed, held and decided, made once for each instance of the app. */
public record RemovalWiring(HeldLists heldLists, RemovalStep step, DecideRemovals decideRemovals) {

  public static RemovalWiring of(Surroundings given) {
    Ports p = given.ports();
    Clock clock = given.clock();
    OpenRemovals open = new OpenRemovals(p.due(), p.queue());
    HeldLists heldLists = new HeldLists(open, p.runs(), clock);
    return new RemovalWiring(
        heldLists,
        new RemovalStep(
            open, heldLists, p.pairs(), p.directories(), p.runs(), given.settings(), clock),
        new DecideRemovals(p.runs(), p.queue(), clock));
  }
}
