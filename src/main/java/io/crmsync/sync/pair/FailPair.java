package io.crmsync.sync.pair;

import io.crmsync.domain.pair.Outcome;
import io.crmsync.domain.reason.Reason;
import io.crmsync.domain.reason.Why;
import io.crmsync.sync.port.PairMessage;
import io.crmsync.sync.port.PairStore;

/**
 * Reads a message that its function failed to process: writes {@code failed} and the reason into
 * the pair, so that it is seen, and queues it again the next night, so that it is not lost.
 */
public final class FailPair {
  /** The function threw every time. */
  private static final Why POISONED = Why.of(Reason.POISONED);

  private final PairStore pairs;
  private final RetryPair again;
  private final RequestResults results;

  FailPair(PairStore pairs, RetryPair again, RequestResults results) {
    this.pairs = pairs;
    this.again = again;
    this.results = results;
  }

  /** The claim of the worker that failed stays: a create of its may have gone through. */
  public void fail(PairMessage message) {
    again.nextNight(message.pair());
    pairs.change(message.pair(), pair -> pair.failed(POISONED));
    results.record(message, ReconcileResult.ended(Outcome.FAILED, POISONED));
  }
}
