package io.crmsync.sync.notice;

import io.crmsync.sync.port.CrmBroken;
import io.crmsync.sync.port.CrmUnavailable;
import java.time.Duration;
import java.util.Optional;

/**
 * The CRM said nothing, or nothing that can be believed.
 *
 * @param what the operation and what went wrong with it
 * @param retryAfter what the CRM asked for; empty: nothing
 * @param signIn whether it refuses our sign-in: no other question would be answered either
 */
record NoAnswer(String what, Optional<Duration> retryAfter, boolean signIn) {
  private static final Duration FIRST_DELAY = Duration.ofSeconds(15);
  private static final Duration LONGEST_DELAY = Duration.ofMinutes(20);

  static NoAnswer of(CrmUnavailable failure) {
    return new NoAnswer(failure.what(), failure.retryAfter(), failure.signInFailed());
  }

  static NoAnswer of(CrmBroken failure) {
    return new NoAnswer(failure.what(), Optional.empty(), false);
  }

  /** When it is asked again, at most a day later; takes how often it was tried before. */
  Duration pause(int attempt) {
    Duration backOff = FIRST_DELAY.multipliedBy(1L << Math.min(attempt, 10));
    return shorter(retryAfter.orElse(shorter(backOff, LONGEST_DELAY)), Duration.ofDays(1));
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
