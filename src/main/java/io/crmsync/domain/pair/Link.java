package io.crmsync.domain.pair;

import io.crmsync.domain.base.Base;
import io.crmsync.domain.base.LastWrite;
import io.crmsync.domain.contact.Field;
import io.crmsync.domain.outlook.OutlookId;
import io.crmsync.domain.patch.ListAnswers;
import io.crmsync.domain.patch.UnknownWrites;
import io.crmsync.domain.patch.WrittenValues;
import java.time.Instant;
import java.util.Set;

/**
 * That a pair has a copy, and which.
 *
 * @param mailboxEpoch which mailbox of the user it is in: the user's earlier mailboxes had smaller
 *     numbers (R22)
 * @param since when the pair was linked, by our clock
 * @param lastWrite what was last sent to it
 * @param answers what Outlook made of its lists then
 */
public record Link(
    OutlookId outlookId,
    Origin origin,
    Base base,
    int mailboxEpoch,
    Instant since,
    LastWrite lastWrite,
    ListAnswers answers) {

  /** How the copy came to be ours: only one that we made may be removed permanently (R16). */
  public enum Origin {
    CREATED,
    ADOPTED,
    /** Found by its mark after the tables had lost it: whether we made it is not known. */
    FOUND
  }

  /** Linked just now, with everything that the CRM has (R12). */
  public Link(OutlookId outlookId, Origin origin, Base base, int mailboxEpoch, Instant since) {
    this(
        outlookId,
        origin,
        base,
        mailboxEpoch,
        since,
        new LastWrite(base.hashes().keySet(), since),
        ListAnswers.UNKNOWN);
  }

  /** Found, and what was written to it is not known (R12). */
  public boolean baseLost() {
    return base.hashes().isEmpty();
  }

  /** What is known to have been written to it, where the answer to no request was lost. */
  public WrittenValues written() {
    return new WrittenValues(base, answers, UnknownWrites.NOTHING);
  }

  public Link withBase(Base newBase) {
    return new Link(outlookId, origin, newBase, mailboxEpoch, since, lastWrite, answers);
  }

  /** The same, and this was sent to it. */
  public Link wrote(Set<Field> fields, Instant at) {
    return new Link(
        outlookId, origin, base, mailboxEpoch, since, new LastWrite(fields, at), answers);
  }

  /** The same, and Outlook answered this. */
  public Link answering(ListAnswers newAnswers) {
    return new Link(outlookId, origin, base, mailboxEpoch, since, lastWrite, newAnswers);
  }
}
