package io.crmsync.adapters.storage;

import io.crmsync.domain.base.Digest;
import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.UserId;
import io.crmsync.domain.outlook.OutlookId;
import io.crmsync.domain.version.Version;
import io.crmsync.sync.port.StaleWrite;
import java.util.Optional;

/**
 * Which CRM contact may adopt an Outlook contact, in the table Mailboxes: partitions of their own,
 * which sort before every user id and can be none.
 */
final class AdoptionReservations {
  private static final String CONTACT = "contact";

  private final StorageTable table;

  AdoptionReservations(StorageTable mailboxes) {
    this.table = mailboxes;
  }

  boolean reserve(UserId user, OutlookId outlookId, ContactId contact) {
    Optional<ContactId> holder = Optional.empty();
    while (holder.isEmpty()) {
      holder = insert(user, outlookId, contact) ? Optional.of(contact) : holder(user, outlookId);
    }
    return holder.get().equals(contact);
  }

  void release(UserId user, OutlookId outlookId) {
    table.delete(partition(user), key(outlookId));
  }

  private boolean insert(UserId user, OutlookId outlookId, ContactId contact) {
    NewRow row = table.row(partition(user), key(outlookId)).text(CONTACT, contact.value());
    try {
      table.write(row, Version.ABSENT);
      return true;
    } catch (StaleWrite e) {
      return false;
    }
  }

  /** Empty: it was given back since the insert failed. */
  private Optional<ContactId> holder(UserId user, OutlookId outlookId) {
    return table.find(partition(user), key(outlookId)).map(row -> new ContactId(row.text(CONTACT)));
  }

  private static String partition(UserId user) {
    return "!adopted!" + user.value();
  }

  /** Outlook's ids may hold characters that keys may not. */
  private static String key(OutlookId outlookId) {
    return Digest.short96(outlookId.value());
  }
}
