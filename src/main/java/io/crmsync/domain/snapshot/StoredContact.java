package io.crmsync.domain.snapshot;

import io.crmsync.domain.audience.Standing;
import io.crmsync.domain.contact.Access;
import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.FieldValues;
import io.crmsync.domain.contact.UserId;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/**
 * A contact as the snapshot holds it: what is desired, and who is to have it.
 *
 * @param fields desired values; none unless the contact is active
 * @param contentHash of standing and fields
 * @param audience the users that were told to have it
 * @param frozen users outside the pilot who had it when the pilot left them (R5)
 * @param leaving users who lost it and whose removal is not yet written down; only while pending
 * @param readAt when the CRM was asked for it, by our clock: an older answer is dropped
 * @param pending whether the pairs concerned may not all be queued yet
 */
public record StoredContact(
    ContactId id,
    Standing standing,
    FieldValues fields,
    Access access,
    String contentHash,
    Set<UserId> audience,
    Set<UserId> frozen,
    Map<UserId, String> leaving,
    Instant readAt,
    boolean pending) {

  public StoredContact {
    audience = Set.copyOf(audience);
    frozen = Set.copyOf(frozen);
    leaving = Map.copyOf(leaving);
  }

  /** One that the CRM no longer knows, kept while there is still a copy of it somewhere. */
  public static StoredContact tombstone(ContactId id, Instant readAt) {
    return new StoredContact(
        id,
        Standing.GONE,
        FieldValues.none(),
        Access.NONE,
        ContentHash.of(Standing.GONE, FieldValues.none()),
        Set.of(),
        Set.of(),
        Map.of(),
        readAt,
        false);
  }

  /** The same, with all pairs concerned queued and all removals written down. */
  public StoredContact fannedOut() {
    return new StoredContact(
        id, standing, fields, access, contentHash, audience, frozen, Map.of(), readAt, false);
  }
}
