package io.crmsync.sync;

import io.crmsync.domain.plan.Outcome;

/**
 * How one look at a pair ended.
 *
 * @param ended false: the message was sent again, delayed, and the pair is not done
 * @param reason a code: why skipped, parked, failed or delayed; empty where the outcome says it
 */
public record Look(boolean ended, Outcome outcome, String reason) {
  static Look ended(Outcome outcome, String reason) {
    return new Look(true, outcome, reason);
  }

  static Look ended(Outcome outcome) {
    return ended(outcome, "");
  }

  static Look later(String reason) {
    return new Look(false, Outcome.SKIPPED, reason);
  }

  /** For a log line: codes only (R20). */
  @Override
  public String toString() {
    String what = ended ? outcome.code() : "later";
    return reason.isEmpty() ? what : what + " (" + reason + ")";
  }
}
