package io.crmsync.domain.removal;

import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.PairId;
import io.crmsync.domain.contact.UserId;
import io.crmsync.domain.reason.Reason;
import java.time.Instant;

/**
 * A copy that is to leave a mailbox, as state: nothing but a release carries it out (R18).
 *
 * @param why that of an {@link io.crmsync.domain.audience.Exclusion}, MAILBOX_CHANGED (a copy in an
 *     earlier mailbox, R22) or STRAY_COPY
 * @param since when it was first proposed
 * @param run id of the run that holds or released it; of a request where one did; empty: none yet
 */
public record OpenRemoval(PairId pair, Reason why, State state, Instant since, String run) {

  /** Where a removal stands. */
  public enum State {
    /** Proposed in a run whose guard has not decided yet. */
    OPEN,
    HELD,
    RELEASED,
    /** By an admin; not proposed again until something changes (R18). */
    DISCARDED
  }

  /** Whose it is. */
  public UserId user() {
    return pair.user();
  }

  /** Of which contact. */
  public ContactId contact() {
    return pair.contact();
  }

  public OpenRemoval in(State newState, String newRun) {
    return new OpenRemoval(pair, why, newState, since, newRun);
  }
}
