package io.crmsync.sync.port;

import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.UserId;
import io.crmsync.domain.snapshot.OpenRemoval;
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
    ContactId contact,
    UserId user,
    Optional<OpenRemoval> removal,
    Optional<Instant> retryAt,
    int refusals,
    Version version) {
  /** R19: after the first, second, third and every later refusal. */
  private static final int[] NIGHTS = {1, 2, 4, 7};

  /** The page of a night comes at about the time of the night before, and may be earlier. */
  private static final Duration BEFORE_A_NIGHT = Duration.ofHours(23);

  /** What is written where nothing is. */
  public Due(
      ContactId contact, UserId user, Optional<OpenRemoval> removal, Optional<Instant> retryAt) {
    this(contact, user, removal, retryAt, 0, Version.ABSENT);
  }

  /** Nothing is due of the pair, and nothing is stored. */
  public static Due nothing(ContactId contact, UserId user) {
    return new Due(contact, user, Optional.empty(), Optional.empty());
  }

  public static Due removal(OpenRemoval removal) {
    return nothing(removal.contact(), removal.user()).with(Optional.of(removal));
  }

  public static Due retry(ContactId contact, UserId user, Instant at) {
    return nothing(contact, user).retrying(Optional.of(at));
  }

  /** The same, with this removal. */
  public Due with(Optional<OpenRemoval> newRemoval) {
    return new Due(contact, user, newRemoval, retryAt, refusals, version);
  }

  /** The same, to be queued again then. */
  public Due retrying(Optional<Instant> at) {
    return new Due(contact, user, removal, at, at.isEmpty() ? 0 : refusals, version);
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
    return new Due(contact, user, removal, Optional.of(at), count, version);
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
    return new Due(contact, user, Optional.empty(), Optional.empty(), 0, version);
  }

  /** Whether nothing is left to do. */
  public boolean isDone() {
    return removal.isEmpty() && retryAt.isEmpty();
  }

  public DueStore.Place place() {
    return new DueStore.Place(contact, user);
  }
}
