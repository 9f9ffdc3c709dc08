package io.crmsync.sync.pair;

import io.crmsync.domain.pair.Outcome;
import io.crmsync.domain.pair.Pair;
import io.crmsync.domain.reason.Why;
import io.crmsync.domain.version.Versioned;
import io.crmsync.sync.port.PairMessage;
import io.crmsync.sync.port.PairStore;
import java.util.Optional;

/** Ends a look at a pair for which nothing is to be done in the mailbox. */
final class SettlePair {
  private final PairStore pairs;
  private final CloseRemoval closeRemoval;

  SettlePair(PairStore pairs, CloseRemoval closeRemoval) {
    this.pairs = pairs;
    this.closeRemoval = closeRemoval;
  }

  /** Writes down the outcome, once, so that a repeated message costs nothing. */
  Reconciled settled(Versioned<Pair> pair, PlannedPair found, Outcome outcome, Optional<Why> why) {
    if (plainlyWritten(pair.value(), found, outcome, why)) {
      return Reconciled.ended(outcome, why);
    }
    boolean leftOpen = staysOpen(found, pair.value());
    Pair next =
        leftOpen
            ? pair.value().givenUp(outcome, why)
            : pair.value().finished(found.contentHash(), outcome, why);
    // Nobody looked at what a lost claim may have done: that stays to be looked at.
    pairs.write(pair.with(next.leaving(pair.value().claim())));
    return Reconciled.ended(outcome, why);
  }

  private static boolean plainlyWritten(
      Pair pair, PlannedPair found, Outcome outcome, Optional<Why> why) {
    boolean asWanted = !pair.open() && pair.done().equals(found.contentHash()) && !pair.asked();
    if (pair.claim().isPresent() && pair.link().isEmpty()) {
      return true; // a lost create is still to be looked for: its claim must stay
    }
    boolean saysSo = pair.why().equals(why) && pair.outcome().isPresent();
    boolean skippedBefore = pair.outcome().filter(outcome::equals).isPresent();
    return saysSo && (staysOpen(found, pair) ? skippedBefore : asWanted);
  }

  /** A removal that waits for its release, or a pair that waits for its user. */
  private static boolean staysOpen(PlannedPair found, Pair pair) {
    return found.excluded() || pair.waitsForUser();
  }

  /**
   * There is no copy. Where one was to go, and nothing is left of the pair, whoever removed it was
   * killed before it could tell the request.
   */
  Reconciled forget(Versioned<Pair> pair, PlannedPair found, PairMessage message) {
    boolean removed = pair.version().absent() && found.released();
    Reconciled look = Reconciled.ended(removed ? Outcome.REMOVED : Outcome.UNCHANGED);
    if (!pair.version().absent()) {
      pairs.delete(pair);
    }
    closeRemoval.of(found, message, look);
    return look;
  }
}
