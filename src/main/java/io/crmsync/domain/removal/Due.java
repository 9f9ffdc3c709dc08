package io.crmsync.domain.removal;

import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.PairId;
import io.crmsync.domain.contact.UserId;
import io.crmsync.domain.version.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One pair's unfinished business. Neither of the two: there is none, or no more.
 *
 * @param removal a copy that is to leave
 * @param retryAt when a pair that failed is queued again, by the next page after it
 * @param refusals how often in a row the service refused the pair; 0: it failed otherwise, or not
 * @param version of the row that was read, on which a change of it is planned
 */
public record Due(
    PairId pair,
    Optional<OpenRemoval> removal,
    Optional<Instant> retryAt,
    int refusals,
    Version version) {
  /** R19: after the first, second, third and every later refusal. */
  private static final int[] NIGHTS = {1, 2, 4, 7};

  /** The page of a night comes at about the time of the night before, and may be earlier. */
  private static final Duration BEFORE_A_NIGHT = Duration.ofHours(23);

  /** What is written where nothing is. */
  public Due(PairId pair, Optional<OpenRemoval> removal, Optional<Instant> retryAt) {
    this(pair, removal, retryAt, 0, Version.ABSENT);
  }

  /** Nothing is due of the pair, and nothing is stored. */
  public static Due nothing(PairId pair) {
    return new Due(pair, Optional.empty(), Optional.empty());
  }

  public static Due removal(OpenRemoval removal) {
    return nothing(removal.pair()).with(Optional.of(removal));
  }

  public static Due retry(PairId pair, Instant at) {
    return nothing(pair).retrying(Optional.of(at));
  }

  /** The same, with this removal. */
  public Due with(Optional<OpenRemoval> newRemoval) {
    return new Due(pair, newRemoval, retryAt, refusals, version);
  }

  /** The same, to be queued again then. */
  public Due retrying(Optional<Instant> at) {
    return new Due(pair, removal, at, at.isEmpty() ? 0 : refusals, version);
  }

  /** The same, to be queued again by the next night's page, for whatever reason it failed. */
  public Due retryingNextNight(Instant now) {
    return retrying(Optional.of(nights(1, now)));
  }

  /**
   * The same, refused by the service just now: to be tried again the next night, then after 2, 4
   * and every 7 days (R19).
   *
   * @param again whether it was refused the last time too, with the same content
   */
  public Due refused(boolean again, Instant now) {
    int count = again ? refusals + 1 : 1;
    Instant at = nights(NIGHTS[Math.min(count, NIGHTS.length) - 1], now);
    return new Due(pair, removal, Optional.of(at), count, version);
  }

  private static Instant nights(int count, Instant now) {
    return now.plus(Duration.ofDays(count)).minus(BEFORE_A_NIGHT);
  }

  /** The same, with its removal in another state; without a removal, the same. */
  public Due in(OpenRemoval.State state, String run) {
    return with(removal.map(each -> each.in(state, run)));
  }

  /** The same, done. */
  public Due done() {
    return new Due(pair, Optional.empty(), Optional.empty(), 0, version);
  }

  /** Whether nothing is left to do. */
  public boolean isDone() {
    return removal.isEmpty() && retryAt.isEmpty();
  }

  /** Whose it is. */
  public UserId user() {
    return pair.user();
  }

  /** Of which contact. */
  public ContactId contact() {
    return pair.contact();
  }
}
