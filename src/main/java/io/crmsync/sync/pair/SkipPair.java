package io.crmsync.sync.pair;

import io.crmsync.domain.pair.Outcome;
import io.crmsync.domain.pair.Pair;
import io.crmsync.domain.reason.Why;
import io.crmsync.domain.version.Versioned;
import io.crmsync.sync.port.PairMessage;
import io.crmsync.sync.port.PairStore;
import java.util.Optional;

/** Ends an attempt at a pair for which nothing is to be done in the mailbox. */
final class SkipPair {
  private final PairStore pairs;
  private final CloseRemoval closeRemoval;

  SkipPair(PairStore pairs, CloseRemoval closeRemoval) {
    this.pairs = pairs;
    this.closeRemoval = closeRemoval;
  }

  /**
   * Writes down what the plan says.
   *
   * @param pair as it was read, seen from the user's present mailbox
   */
  ReconcileResult skip(Versioned<Pair> pair, PlannedPair planned, PairMessage message) {
    return switch (planned.plan().action()) {
      case SKIP -> settled(pair, planned, Outcome.SKIPPED, planned.plan().reason().map(Why::of));
      case NOTHING -> settled(pair, planned, Outcome.UNCHANGED, Optional.empty());
      case FORGET -> forgotten(pair, planned, message);
      case FIRST_WRITE, FIND_MARKED, UPDATE, ENSURE_PRESENT, REMOVE, REMOVE_FORMER ->
          throw new IllegalArgumentException("is done in the mailbox: " + planned.plan().action());
    };
  }

  /** Once, so that a repeated message costs nothing. */
  private ReconcileResult settled(
      Versioned<Pair> pair, PlannedPair planned, Outcome outcome, Optional<Why> why) {
    if (!saysSoAlready(pair.value(), planned, outcome, why)) {
      Pair next =
          staysOpen(planned, pair.value())
              ? pair.value().givenUp(outcome, why)
              : pair.value().finished(planned.contentHash(), outcome, why);
      // Nobody searched for what a lost claim may have done: that is still to be done.
      pairs.write(pair.with(next.leaving(pair.value().claim())));
    }
    return ReconcileResult.ended(outcome, why);
  }

  private static boolean saysSoAlready(
      Pair pair, PlannedPair planned, Outcome outcome, Optional<Why> why) {
    boolean asWanted = !pair.open() && pair.done().equals(planned.contentHash()) && !pair.asked();
    if (pair.claim().isPresent() && pair.link().isEmpty()) {
      return true; // a lost create is still to be looked for: its claim must stay
    }
    boolean saysSo = pair.why().equals(why) && pair.outcome().isPresent();
    boolean skippedBefore = pair.outcome().filter(outcome::equals).isPresent();
    return saysSo && (staysOpen(planned, pair) ? skippedBefore : asWanted);
  }

  /** A removal that waits for its release, or a pair that waits for its user. */
  private static boolean staysOpen(PlannedPair planned, Pair pair) {
    return planned.excluded() || pair.waitsForUser();
  }

  /**
   * There is no copy. Where one was to go, and nothing is left of the pair, whoever removed it was
   * killed before it could tell the request.
   */
  private ReconcileResult forgotten(
      Versioned<Pair> pair, PlannedPair planned, PairMessage message) {
    boolean removed = pair.version().absent() && planned.released();
    ReconcileResult result = ReconcileResult.ended(removed ? Outcome.REMOVED : Outcome.UNCHANGED);
    if (!pair.version().absent()) {
      pairs.delete(pair);
    }
    closeRemoval.of(planned, message, result);
    return result;
  }
}
