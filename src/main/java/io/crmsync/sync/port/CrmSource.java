package io.crmsync.sync.port;

import io.crmsync.domain.audience.Directory;
import io.crmsync.domain.contact.ContactId;
import java.util.Optional;

/** The CRM, read-only (R1). Every method may throw {@link CrmUnavailable} or {@link CrmBroken}. */
public interface CrmSource {
  /**
   * A page of contacts in order of id.
   *
   * @param after the last id of the page before; empty: from the beginning
   * @param limit 1 to 5000; a page with more records is {@link CrmBroken}
   */
  SourcePage contacts(Optional<ContactId> after, int limit);

  /** One contact by its id: found, though it may be a bad record; gone; or hidden from us (R23). */
  Lookup contact(ContactId id);

  /** All users and groups, complete and in order, or no answer at all (R17). */
  Directory directory();
}
