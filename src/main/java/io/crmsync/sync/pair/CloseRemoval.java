package io.crmsync.sync.pair;

import io.crmsync.sync.port.Due;
import io.crmsync.sync.port.DueStore;
import io.crmsync.sync.port.PairMessage;
import java.util.List;
import java.util.Optional;

/** Ends a removal that was carried out, or turned out to be needless: it is open no more. */
final class CloseRemoval {
  private final LookResults results;
  private final DueStore due;

  CloseRemoval(LookResults results, DueStore due) {
    this.results = results;
    this.due = due;
  }

  /**
   * The request is told before what shows that there was a removal is gone. So is the request that
   * released it, whoever's message came first: when its own comes, nothing is left to be seen.
   */
  void of(PlannedPair found, PairMessage message, Look look) {
    results.record(message, look);
    found.removal().ifPresent(removal -> results.recordRemoval(removal.run(), message, look));
    due.delete(List.of(new Due(found.contact(), found.user(), Optional.empty(), Optional.empty())));
  }
}
