package io.crmsync.domain.snapshot;

import io.crmsync.domain.audience.Standing;
import io.crmsync.domain.contact.Access;
import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.CrmContact;
import io.crmsync.domain.contact.FieldValues;
import io.crmsync.domain.mapping.FieldMapping;
import java.time.Instant;

/**
 * What the CRM said of one contact when it was asked.
 *
 * @param fields desired values; none unless active: of the others nothing personal is kept
 * @param askedAt by our clock, before the request was sent
 */
public record Reading(
    ContactId id, Standing standing, FieldValues fields, Access access, Instant askedAt) {

  public static Reading of(CrmContact contact, Instant askedAt) {
    Standing standing = Standing.of(contact.kind(), contact.status());
    FieldValues fields =
        standing == Standing.ACTIVE ? FieldMapping.desired(contact) : FieldValues.none();
    return new Reading(contact.id(), standing, fields, contact.access(), askedAt);
  }

  /** R13: absent from the range a good page covers, or 404 by its id. */
  public static Reading gone(ContactId id, Instant askedAt) {
    return new Reading(id, Standing.GONE, FieldValues.none(), Access.NONE, askedAt);
  }
}
