package io.crmsync.sync.port;

import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.UserId;
import io.crmsync.domain.snapshot.OpenRemoval;
import java.time.Instant;
import java.util.Optional;

/**
 * One pair's unfinished business. Neither of the two: there is none, or no more.
 *
 * @param removal a copy that is to leave
 * @param retryAt when a pair that failed is queued again, by the next page after it
 * @param version of the row that was read, on which a change of it is planned
 */
public record Due(
    ContactId contact,
    UserId user,
    Optional<OpenRemoval> removal,
    Optional<Instant> retryAt,
    Version version) {

  /** What is written where nothing is. */
  public Due(
      ContactId contact, UserId user, Optional<OpenRemoval> removal, Optional<Instant> retryAt) {
    this(contact, user, removal, retryAt, Version.ABSENT);
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
    return new Due(contact, user, newRemoval, retryAt, version);
  }

  /** The same, to be queued again then. */
  public Due retrying(Optional<Instant> at) {
    return new Due(contact, user, removal, at, version);
  }

  /** The same, with its removal in another state; without a removal, the same. */
  public Due in(OpenRemoval.State state, String run) {
    return with(removal.map(each -> each.in(state, run)));
  }

  /** The same, done. */
  public Due done() {
    return new Due(contact, user, Optional.empty(), Optional.empty(), version);
  }

  /** Whether nothing is left to do. */
  public boolean isDone() {
    return removal.isEmpty() && retryAt.isEmpty();
  }

  public DueStore.Place place() {
    return new DueStore.Place(contact, user);
  }
}
