package io.crmsync.sync.pair;

import io.crmsync.domain.audience.Exclusion;
import io.crmsync.domain.plan.Pair;
import io.crmsync.domain.plan.Planner;
import io.crmsync.domain.snapshot.OpenRemoval;
import io.crmsync.sync.port.DueStore;
import java.time.Clock;
import java.util.Optional;

/**
 * Writes down removals that no page could find, so that they leave through the guard like any
 * other.
 */
public final class ProposeRemoval {
  private final DueStore due;
  private final Clock clock;

  ProposeRemoval(DueStore due, Clock clock) {
    this.due = due;
    this.clock = clock;
  }

  /** The user's mailbox became another: the copies in the earlier one (R22). */
  void former(Pair stored, Pair now) {
    if (!stored.former().equals(now.former())) {
      open(now, Planner.MAILBOX_CHANGED);
    }
  }

  /**
   * A copy that its user may not have, and of which no removal is known: it was made by a worker
   * who read the contact just before the access was withdrawn.
   */
  void unproposed(PlannedPair found) {
    if (found.pair().mayHaveCopy() && found.removal().isEmpty()) {
      found
          .exclusion()
          .filter(why -> why != Exclusion.OUTSIDE_PILOT)
          .ifPresent(why -> open(found.pair(), why.code()));
    }
  }

  /** A copy whose removal nobody proposed, or whose proposal was lost. */
  public void unlessKnown(Pair pair, String why) {
    open(pair, why);
  }

  private void open(Pair pair, String why) {
    OpenRemoval removal =
        new OpenRemoval(
            pair.contact(), pair.user(), why, OpenRemoval.State.OPEN, clock.instant(), "");
    due.change(
        pair.contact(),
        pair.user(),
        row -> row.removal().isPresent() ? row : row.with(Optional.of(removal)));
  }
}
