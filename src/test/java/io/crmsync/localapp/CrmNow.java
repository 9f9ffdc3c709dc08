package io.crmsync.localapp;

import io.crmsync.adapters.crm.Credentials;
import io.crmsync.adapters.crm.HttpCrmFeed;
import io.crmsync.domain.audience.Directory;
import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.snapshot.Reading;
import io.crmsync.sync.port.CrmFeed;
import io.crmsync.sync.port.FeedPage;
import io.crmsync.sync.port.FeedRecord;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All that the CRM holds at the moment, read through the feed.
 *
 * @param contacts the good records
 * @param bad the others: ids, or a question mark where there is none to be read
 */
record CrmNow(Directory directory, List<Reading> contacts, List<String> bad) {
  private static final int PAGE = 5000;

  CrmNow {
    contacts = List.copyOf(contacts);
    bad = List.copyOf(bad);
  }

  static CrmNow read(URI address) {
    CrmFeed feed = new HttpCrmFeed(address, Credentials.none(), Clock.systemUTC());
    List<FeedRecord> records = records(feed);
    return new CrmNow(
        feed.directory(),
        records.stream()
            .flatMap(record -> record.contact().stream())
            .map(contact -> Reading.of(contact, Clock.systemUTC().instant()))
            .toList(),
        records.stream()
            .filter(record -> record.contact().isEmpty())
            .map(record -> record.id().map(ContactId::value).orElse("?"))
            .toList());
  }

  int records() {
    return contacts.size() + bad.size();
  }

  private static List<FeedRecord> records(CrmFeed feed) {
    List<FeedRecord> records = new ArrayList<>();
    Optional<ContactId> after = Optional.empty();
    FeedPage page;
    do {
      page = feed.contacts(after, PAGE);
      records.addAll(page.records());
      after = page.records().stream().flatMap(r -> r.id().stream()).reduce((a, b) -> b).or(none());
    } while (!page.last());
    return records;
  }

  private static java.util.function.Supplier<Optional<ContactId>> none() {
    return Optional::empty;
  }
}
