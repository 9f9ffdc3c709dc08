package io.crmsync.sync.pair;

import io.crmsync.sync.port.DueStore;
import io.crmsync.sync.port.PairMessage;
import java.util.List;

/** Ends a removal that was carried out, or turned out to be needless: it is open no more. */
final class CloseRemoval {
  private final RequestResults results;
  private final DueStore due;

  CloseRemoval(RequestResults results, DueStore due) {
    this.results = results;
    this.due = due;
  }

  /**
   * The request is told before what shows that there was a removal is gone. So is the request that
   * released it, whoever's message came first: when its own comes, nothing is left to be seen. What
   * was proposed or decided since the plan was made is another removal, and stays.
   */
  void of(PlannedPair found, PairMessage message, ReconcileResult result) {
    tell(found, message, result);
    found.due().ifPresent(row -> due.write(List.of(row.done())));
  }

  /** Tells what was done so far; the removal stays open. */
  void tell(PlannedPair found, PairMessage message, ReconcileResult result) {
    results.record(message, result);
    found.removal().ifPresent(removal -> results.recordRemoval(removal.run(), message, result));
  }
}
