package io.crmsync.sync.pair;

import io.crmsync.domain.pair.Outcome;
import io.crmsync.domain.reason.Reason;
import io.crmsync.domain.reason.Why;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How one attempt at a pair ended, as it is told outside.
 *
 * @param ended false: the message was sent again, delayed, and the pair is not done
 * @param why skipped, parked, failed or delayed; empty where the outcome says it
 * @param removalTook from when the removal was first proposed until the copy was gone; empty: none
 *     was removed
 */
public record ReconcileResult(
    boolean ended, Outcome outcome, Optional<Why> why, Optional<Duration> removalTook) {
  static ReconcileResult ended(Outcome outcome, Why why) {
    return ended(outcome, Optional.of(why));
  }

  static ReconcileResult ended(Outcome outcome, Optional<Why> why) {
    return new ReconcileResult(true, outcome, why, Optional.empty());
  }

  static ReconcileResult ended(Outcome outcome) {
    return ended(outcome, Optional.empty());
  }

  static ReconcileResult later(Reason reason) {
    return new ReconcileResult(
        false, Outcome.SKIPPED, Optional.of(Why.of(reason)), Optional.empty());
  }

  /** A copy that was to leave since then is gone now. */
  ReconcileResult removedAfter(Instant proposed, Instant now) {
    Duration took = Duration.between(proposed, now);
    return new ReconcileResult(
        ended, outcome, why, Optional.of(took.isNegative() ? Duration.ZERO : took));
  }

  /** This was done, and the message was sent again for what else there is to do. */
  ReconcileResult notYet(Reason reason) {
    return new ReconcileResult(false, Outcome.SKIPPED, Optional.of(Why.of(reason)), removalTook);
  }

  /** Whether the pair waits for its mailbox. */
  boolean isParked() {
    return ended && outcome == Outcome.PARKED;
  }

  /** The word for what became of the pair. */
  public String what() {
    return ended ? outcome.code() : "later";
  }

  /** For a log line: codes only (R20). */
  @Override
  public String toString() {
    String what = what();
    return why.map(each -> what + " (" + each.code() + ")").orElse(what);
  }
}
