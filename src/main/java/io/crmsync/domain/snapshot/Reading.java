package io.crmsync.domain.snapshot;

import io.crmsync.domain.audience.ContactState;
import io.crmsync.domain.contact.Access;
import io.crmsync.domain.contact.AccessPart;
import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.CrmContact;
import io.crmsync.domain.contact.FieldValues;
import io.crmsync.domain.mapping.FieldMapping;
import java.time.Instant;

/**
 * What the CRM said of one contact when it was asked, or what is to be gone by where it said
 * nothing that can be read.
 *
 * @param fields desired values; none unless active: of the others nothing personal is kept
 * @param askedAt by our clock, before the request was sent
 * @param narrowing whether nobody may gain the contact by it, because its fields were not read (R6)
 */
public record Reading(
    ContactId id,
    ContactState contactState,
    FieldValues fields,
    Access access,
    Instant askedAt,
    boolean narrowing) {

  /** Of a contact that was read whole. */
  public Reading(
      ContactId id, ContactState contactState, FieldValues fields, Access access, Instant askedAt) {
    this(id, contactState, fields, access, askedAt, false);
  }

  public static Reading of(CrmContact contact, Instant askedAt) {
    ContactState contactState = ContactState.of(contact.kind(), contact.status());
    FieldValues fields =
        contactState == ContactState.ACTIVE ? FieldMapping.desired(contact) : FieldValues.none();
    return new Reading(contact.id(), contactState, fields, contact.access(), askedAt, false);
  }

  /** R13: neither on a page nor there by its id. */
  public static Reading gone(ContactId id, Instant askedAt) {
    return new Reading(id, ContactState.GONE, FieldValues.none(), Access.NONE, askedAt, false);
  }

  /** On no page, and not asked for by its id: it may be there after all, with the same access. */
  public static Reading missing(StoredContact stored, Instant askedAt) {
    return new Reading(
        stored.id(), ContactState.MISSING, FieldValues.none(), stored.access(), askedAt, false);
  }

  /** R6: a record of which no more than the access can be read. Its fields are as they were. */
  public static Reading ofAccess(StoredContact stored, AccessPart said, Instant askedAt) {
    ContactState contactState = ContactState.of(said.kind(), said.status());
    FieldValues fields = contactState == ContactState.ACTIVE ? stored.fields() : FieldValues.none();
    return new Reading(stored.id(), contactState, fields, said.access(), askedAt, true);
  }

  /**
   * Nothing is known of the contact but what is stored: it is left as it was, though not its users,
   * who may have left the CRM, or a group.
   */
  public static Reading asStored(StoredContact stored) {
    ContactState contactState =
        stored.contactState() == ContactState.MISSING ? ContactState.ACTIVE : stored.contactState();
    return new Reading(
        stored.id(), contactState, stored.fields(), stored.access(), stored.readAt(), true);
  }
}
