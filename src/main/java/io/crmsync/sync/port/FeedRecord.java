package io.crmsync.sync.port;

import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.CrmContact;
import java.util.Optional;

/**
 * One record of a page: a contact, or a record that breaks the feed's schema.
 *
 * @param id empty only of a bad record whose id cannot be read
 * @param contact empty: bad
 * @param defect of a bad record: which field breaks which rule, without the value; else empty
 */
public record FeedRecord(Optional<ContactId> id, Optional<CrmContact> contact, String defect) {
  public static FeedRecord good(CrmContact contact) {
    return new FeedRecord(Optional.of(contact.id()), Optional.of(contact), "");
  }

  public static FeedRecord bad(Optional<ContactId> id, String defect) {
    return new FeedRecord(id, Optional.empty(), defect);
  }
}
