package io.crmsync.adapters.storage;

import io.crmsync.domain.audience.ContactState;
import io.crmsync.domain.contact.Access;
import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.FieldValues;
import io.crmsync.domain.contact.GroupId;
import io.crmsync.domain.contact.UserId;
import io.crmsync.domain.contact.ViewSecurity;
import io.crmsync.domain.reason.Reason;
import io.crmsync.domain.snapshot.StoredContact;
import io.crmsync.domain.snapshot.StoredContact.News;
import io.crmsync.domain.version.Versioned;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.CRC32;

/** A contact as a row: partition by a hash of its id, key its id. */
final class ContactRow {
  /** Fixed for ever: another number would lose every row. See docs/adr. */
  static final int PARTITIONS = 8;

  private ContactRow() {}

  static String partition(ContactId id) {
    CRC32 crc = new CRC32();
    crc.update(id.value().getBytes(StandardCharsets.US_ASCII));
    return Long.toString(crc.getValue() % PARTITIONS);
  }

  static NewRow write(StoredContact contact, StorageTable table) {
    ContactId id = contact.id();
    NewRow row =
        table
            .row(partition(id), id.value())
            .text("standing", StoredCodes.STANDING.of(known(contact.contactState())))
            .flag("notAsked", contact.contactState() == ContactState.MISSING)
            .map("fields", FieldCodes.of(contact.fields().asMap()))
            .map("earlierForms", FieldCodes.of(contact.fields().earlierForms()))
            .text("contentHash", contact.contentHash())
            .ids("audience", contact.audience())
            .ids("frozen", contact.frozen())
            .map("leaving", byUser(contact.leaving()))
            .instant("readAt", contact.readAt())
            .flag("pending", contact.pending())
            .flag("recordChanged", contact.news() == News.RECORD)
            .flag("awaitsLooks", contact.awaitsAttempts());
    return writeAccess(contact.access(), row);
  }

  static Versioned<StoredContact> read(StoredRow row) {
    StoredContact contact =
        new StoredContact(
            new ContactId(row.key()),
            row.flag("notAsked")
                ? ContactState.MISSING
                : StoredCodes.STANDING.stored(row.text("standing")),
            FieldValues.stored(
                FieldCodes.values(row.map("fields")), FieldCodes.values(row.map("earlierForms"))),
            readAccess(row),
            row.text("contentHash"),
            row.ids("audience", UserId::new),
            row.ids("frozen", UserId::new),
            row.map("leaving").entrySet().stream()
                .collect(
                    Collectors.toMap(
                        e -> new UserId(e.getKey()), e -> StoredWhy.removal(e.getValue()))),
            row.required("readAt"),
            news(row),
            row.flag("awaitsLooks"));
    return new Versioned<>(contact, row.version());
  }

  /** In the words of those who wrote rows before anybody was asked for by id. */
  private static ContactState known(ContactState contactState) {
    return contactState == ContactState.MISSING ? ContactState.GONE : contactState;
  }

  private static News news(StoredRow row) {
    if (!row.flag("pending")) {
      return News.NONE;
    }
    return row.flag("recordChanged") ? News.RECORD : News.AUDIENCE;
  }

  private static NewRow writeAccess(Access access, NewRow row) {
    ViewSecurity view = access.viewSecurity();
    return row.ids("team", access.coverageTeam())
        .ids("crmList", access.syncList())
        .text("viewScope", StoredCodes.SCOPE.of(view.scope()))
        .text("viewOwner", view.owner().map(UserId::value))
        .ids("viewGroups", view.groups());
  }

  private static Access readAccess(StoredRow row) {
    ViewSecurity view =
        new ViewSecurity(
            StoredCodes.SCOPE.stored(row.text("viewScope")),
            row.optional("viewOwner").map(UserId::new),
            row.ids("viewGroups", GroupId::new));
    return new Access(row.ids("team", UserId::new), row.ids("crmList", UserId::new), view);
  }

  private static Map<String, String> byUser(Map<UserId, Reason> reasons) {
    Map<String, String> map = new TreeMap<>();
    reasons.forEach((user, reason) -> map.put(user.value(), reason.code()));
    return map;
  }
}
