package io.crmsync.adapters.storage;

import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.UserId;
import io.crmsync.domain.run.ChangeNotice;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A change notice, and the pairs that it waits for, as rows of its request's partition. */
final class NoticeRow {
  static final String KEY = "notice";
  private static final String EXPECTED_PREFIX = "expected!";

  /** No id's character is greater than the tilde, and the separator is less. */
  static final Filter EXPECTED =
      Filter.compare(Filter.ROW, "gt", EXPECTED_PREFIX)
          .and(Filter.compare(Filter.ROW, "lt", "expected~"));

  private NoticeRow() {}

  static String expectedKey(ContactId contact) {
    return EXPECTED_PREFIX + contact;
  }

  static NewRow expected(
      String requestId, ContactId contact, Set<UserId> users, StorageTable table) {
    return table.row(RequestRow.partition(requestId), expectedKey(contact)).ids("users", users);
  }

  static ContactId expectedContact(StoredRow row) {
    return new ContactId(row.key().substring(EXPECTED_PREFIX.length()));
  }

  static Set<UserId> readExpected(StoredRow row) {
    return row.ids("users", UserId::new);
  }

  static NewRow write(ChangeNotice notice, StorageTable table) {
    return table
        .row(RequestRow.partition(notice.requestId()), KEY)
        .text("requestId", notice.requestId())
        .ids("contacts", notice.contacts())
        .text("phase", StoredCodes.NOTICE_PHASE.of(notice.phase()))
        .number("sequence", notice.sequence())
        .text("cursor", notice.cursor().map(ContactId::value))
        .ids("missing", notice.missing())
        .map("unread", words(notice.unread()))
        .text("waiting", notice.waiting())
        .instant("endedAt", notice.endedAt());
  }

  static ChangeNotice read(StoredRow row) {
    return new ChangeNotice(
        row.text("requestId"),
        contacts(row, "contacts"),
        StoredCodes.NOTICE_PHASE.stored(row.text("phase")),
        row.number("sequence"),
        row.optional("cursor").map(ContactId::new),
        contacts(row, "missing"),
        reasons(row.map("unread")),
        row.text("waiting"),
        row.instant("endedAt"));
  }

  private static NavigableSet<ContactId> contacts(StoredRow row, String name) {
    return new TreeSet<>(row.ids(name, ContactId::new));
  }

  private static Map<String, String> words(Map<ContactId, String> unread) {
    return unread.entrySet().stream()
        .collect(Collectors.toMap(each -> each.getKey().value(), Map.Entry::getValue));
  }

  private static Map<ContactId, String> reasons(Map<String, String> words) {
    return words.entrySet().stream()
        .collect(Collectors.toMap(each -> new ContactId(each.getKey()), Map.Entry::getValue));
  }
}
