package io.crmsync.sync.port;

import io.crmsync.domain.audience.AudiencePolicy;
import io.crmsync.domain.removal.Removal;

/**
 * The admin's choices that the use cases follow. Names and defaults: docs/settings.md.
 *
 * @param folder the contact folder in each mailbox; {@link #OWN_CONTACTS}: the mailbox's own
 * @param category added on create and adoption; empty: none
 * @param onRequest whether a pair that was never linked waits until its user asks for it (R21)
 * @param audience the pilot, and what becomes of inactive contacts
 * @param removal how a copy is removed (R13, R15)
 * @param removalSecurity how a copy is removed that its user may no longer see (R6)
 * @param removalLimit how many removals a run may carry out by itself (R18); 0: none
 * @param removalLimitPercent how many of the linked pairs, in percent, once there are 50; 0: none
 * @param pageSize contacts per page of the feed, 1 to 5000
 * @param mailboxConcurrency requests in flight per mailbox and instance, 1 to 4
 */
public record SyncSettings(
    String folder,
    String category,
    boolean onRequest,
    AudiencePolicy audience,
    Removal removal,
    Removal removalSecurity,
    int removalLimit,
    int removalLimitPercent,
    int pageSize,
    int mailboxConcurrency) {

  /** The value of {@link #folder} that means the mailbox's own Contacts folder. */
  public static final String OWN_CONTACTS = "default";

  /** Whether copies are kept in the mailbox's own Contacts folder (R9). */
  public boolean inOwnContacts() {
    return folder.equals(OWN_CONTACTS);
  }
}
