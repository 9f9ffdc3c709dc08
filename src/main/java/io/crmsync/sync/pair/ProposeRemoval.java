package io.crmsync.sync.pair;

import io.crmsync.domain.audience.Exclusion;
import io.crmsync.domain.mailbox.MailboxState;
import io.crmsync.domain.pair.Pair;
import io.crmsync.domain.reason.Reason;
import io.crmsync.domain.removal.OpenRemoval;
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

  /**
   * A copy of which no removal is known, though it is to leave: its user may not have it, and it
   * was made by a worker who read the contact just before the access was withdrawn; or it is in an
   * earlier mailbox of the user's (R22).
   */
  void unlessProposed(PairFacts facts) {
    PlannedPair planned = facts.planned();
    if (planned.removal().isEmpty()) {
      why(planned, facts.mailbox()).ifPresent(why -> open(planned.pair(), why));
    }
  }

  private static Optional<Reason> why(PlannedPair found, MailboxState mailbox) {
    Optional<Exclusion> exclusion = found.exclusion();
    if (exclusion.isPresent()) {
      return exclusion
          .filter(why -> why != Exclusion.OUTSIDE_PILOT && found.pair().mayHaveCopy())
          .map(Exclusion::reason);
    }
    boolean left =
        found.pair().former().stream().anyMatch(link -> !mailbox.cameBack(link.mailboxEpoch()));
    return left ? Optional.of(Reason.MAILBOX_CHANGED) : Optional.empty();
  }

  /** A copy whose removal nobody proposed, or whose proposal was lost. */
  public void unlessKnown(Pair pair, Reason why) {
    open(pair, why);
  }

  private void open(Pair pair, Reason why) {
    OpenRemoval removal =
        new OpenRemoval(pair.id(), why, OpenRemoval.State.OPEN, clock.instant(), "");
    due.change(pair.id(), row -> row.removal().isPresent() ? row : row.with(Optional.of(removal)));
  }
}
