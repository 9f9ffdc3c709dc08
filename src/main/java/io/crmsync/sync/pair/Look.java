package io.crmsync.sync.pair;

import io.crmsync.domain.plan.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How one look at a pair ended.
 *
 * @param ended false: the message was sent again, delayed, and the pair is not done
 * @param reason a code: why skipped, parked, failed or delayed; empty where the outcome says it
 * @param removalTook from when the removal was first proposed until the copy was gone; empty: none
 *     was removed
 */
public record Look(boolean ended, Outcome outcome, String reason, Optional<Duration> removalTook) {
  static Look ended(Outcome outcome, String reason) {
    return new Look(true, outcome, reason, Optional.empty());
  }

  static Look ended(Outcome outcome) {
    return ended(outcome, "");
  }

  static Look later(String reason) {
    return new Look(false, Outcome.SKIPPED, reason, Optional.empty());
  }

  /** A copy that was to leave since then is gone now. */
  Look removedAfter(Instant proposed, Instant now) {
    Duration took = Duration.between(proposed, now);
    return new Look(ended, outcome, reason, Optional.of(took.isNegative() ? Duration.ZERO : took));
  }

  /** This was done, and the message was sent again for what else there is to do. */
  Look notYet(String why) {
    return new Look(false, Outcome.SKIPPED, why, removalTook);
  }

  /** The word for what became of the pair. */
  public String what() {
    return ended ? outcome.code() : "later";
  }

  /** For a log line: codes only (R20). */
  @Override
  public String toString() {
    String what = what();
    return reason.isEmpty() ? what : what + " (" + reason + ")";
  }
}
