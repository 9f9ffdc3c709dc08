package io.crmsync.sync.port;

import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.UserId;
import io.crmsync.domain.snapshot.OpenRemoval;
import java.time.Instant;
import java.util.Optional;

/**
 * One pair's unfinished business. At least one of the two is there.
 *
 * @param removal a copy that is to leave
 * @param retryAt when a pair that failed is queued again, by the next page after it
 */
public record Due(
    ContactId contact, UserId user, Optional<OpenRemoval> removal, Optional<Instant> retryAt) {

  public static Due removal(OpenRemoval removal) {
    return new Due(removal.contact(), removal.user(), Optional.of(removal), Optional.empty());
  }

  public static Due retry(ContactId contact, UserId user, Instant at) {
    return new Due(contact, user, Optional.empty(), Optional.of(at));
  }

  /** The same, with its removal in another state; without a removal, the same. */
  public Due in(OpenRemoval.State state, String run) {
    return new Due(contact, user, removal.map(each -> each.in(state, run)), retryAt);
  }
}
