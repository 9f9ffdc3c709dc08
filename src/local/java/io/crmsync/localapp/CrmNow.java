package io.crmsync.localapp;

import io.crmsync.domain.audience.Directory;
import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.snapshot.Reading;
import io.crmsync.sync.port.SourceRecord;
import java.time.Clock;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * All that the CRM holds at the moment.
 *
 * @param contacts the good records
 * @param bad the others: id, or a question mark where there is none to be read, and what is wrong
 */
record CrmNow(Directory directory, List<Reading> contacts, Map<String, String> bad) {
  CrmNow {
    contacts = List.copyOf(contacts);
    bad = Collections.unmodifiableMap(new TreeMap<>(bad));
  }

  static CrmNow of(Directory directory, List<SourceRecord> records) {
    return new CrmNow(
        directory,
        records.stream()
            .flatMap(record -> record.contact().stream())
            .map(contact -> Reading.of(contact, Clock.systemUTC().instant()))
            .toList(),
        bad(records));
  }

  private static Map<String, String> bad(List<SourceRecord> records) {
    Map<String, String> bad = new TreeMap<>();
    records.stream()
        .filter(record -> record.contact().isEmpty())
        .forEach(
            record ->
                bad.merge(
                    record.id().map(ContactId::value).orElse("?"),
                    record.defect(),
                    (one, other) -> one + "; " + other));
    return bad;
  }

  int records() {
    return contacts.size() + bad.size();
  }
}
