package io.crmsync.sync.port;

import io.crmsync.domain.contact.AccessPart;
import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.CrmContact;
import java.util.Optional;

/**
 * One record of a page: a contact, or a record that breaks the feed's schema.
 *
 * @param id empty only of a bad record whose id cannot be read
 * @param contact empty: bad
 * @param defect of a bad record: which field breaks which rule, without the value; else empty
 * @param access of a bad record: who is to have the contact, if all of that can be read; else empty
 */
public record SourceRecord(
    Optional<ContactId> id,
    Optional<CrmContact> contact,
    String defect,
    Optional<AccessPart> access) {
  public static SourceRecord good(CrmContact contact) {
    return new SourceRecord(Optional.of(contact.id()), Optional.of(contact), "", Optional.empty());
  }

  /** One that says nothing that could be obeyed. */
  public static SourceRecord bad(Optional<ContactId> id, String defect) {
    return new SourceRecord(id, Optional.empty(), defect, Optional.empty());
  }

  /** One that says at least who is to have the contact. */
  public static SourceRecord bad(ContactId id, String defect, AccessPart access) {
    return new SourceRecord(Optional.of(id), Optional.empty(), defect, Optional.of(access));
  }

  /** The same, of this contact: it was asked for by its id, and says no other. */
  public SourceRecord of(ContactId asked) {
    return new SourceRecord(Optional.of(asked), contact, defect, access);
  }
}
