package io.crmsync.domain.plan;

import java.time.Instant;

/**
 * That a pair has a copy, and which.
 *
 * @param mailboxEpoch which mailbox of the user it is in: the user's earlier mailboxes had smaller
 *     numbers (R22)
 * @param since when the pair was linked, by our clock
 */
public record Link(OutlookId outlookId, Origin origin, Base base, int mailboxEpoch, Instant since) {

  /** How the copy came to be ours: only one that we made may be removed permanently (R16). */
  public enum Origin {
    CREATED,
    ADOPTED,
    /** Found by its mark after the tables had lost it: whether we made it is not known. */
    FOUND
  }

  public Link withBase(Base newBase) {
    return new Link(outlookId, origin, newBase, mailboxEpoch, since);
  }
}
