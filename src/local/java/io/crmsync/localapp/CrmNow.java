package io.crmsync.localapp;

import io.crmsync.adapters.feed.HttpCrmFeed;
import io.crmsync.adapters.source.Credentials;
import io.crmsync.domain.audience.Directory;
import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.snapshot.Reading;
import io.crmsync.sync.port.CrmSource;
import io.crmsync.sync.port.SourcePage;
import io.crmsync.sync.port.SourceRecord;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * All that the CRM holds at the moment, read through the feed.
 *
 * @param contacts the good records
 * @param bad the others: id, or a question mark where there is none to be read, and what is wrong
 */
record CrmNow(Directory directory, List<Reading> contacts, Map<String, String> bad) {
  private static final int PAGE = 5000;

  CrmNow {
    contacts = List.copyOf(contacts);
    bad = Collections.unmodifiableMap(new TreeMap<>(bad));
  }

  static CrmNow read(URI address) {
    CrmSource feed = new HttpCrmFeed(address, Credentials.none(), Clock.systemUTC());
    List<SourceRecord> records = records(feed);
    return new CrmNow(
        feed.directory(),
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

  private static List<SourceRecord> records(CrmSource feed) {
    List<SourceRecord> records = new ArrayList<>();
    Optional<ContactId> after = Optional.empty();
    SourcePage page;
    do {
      page = feed.contacts("run", after, PAGE);
      records.addAll(page.records());
      after = last(page);
    } while (!page.last());
    return records;
  }

  private static Optional<ContactId> last(SourcePage page) {
    return page.records().stream().flatMap(record -> record.id().stream()).reduce((a, b) -> b);
  }
}
