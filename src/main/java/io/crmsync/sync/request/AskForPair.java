package io.crmsync.sync.request;

import io.crmsync.domain.pair.Pair;
import io.crmsync.domain.version.Versioned;
import io.crmsync.sync.port.PairStore;
import io.crmsync.sync.port.StaleWrite;

/** Says in the pair's row that its user asked for it (R14, R21). */
public final class AskForPair {
  private static final int TRIES = 5;

  private final PairStore pairs;

  public AskForPair(PairStore pairs) {
    this.pairs = pairs;
  }

  /**
   * Marks the pair, whatever else its row holds.
   *
   * @throws StaleWrite others changed it again and again meanwhile
   */
  void mark(RequestedPair asked) {
    for (int tried = 1; !marked(asked, tried); tried++) {
      // The row is read anew: an attempt at the pair may have ended in between.
    }
  }

  private boolean marked(RequestedPair asked, int tried) {
    Versioned<Pair> pair = pairs.find(asked.id());
    try {
      pairs.write(pair.with(pair.value().askedFor()));
      return true;
    } catch (StaleWrite e) {
      if (tried >= TRIES) {
        throw e;
      }
      return false;
    }
  }
}
