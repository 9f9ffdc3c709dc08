package io.crmsync.localapp;

import io.crmsync.adapters.feed.HttpCrmFeed;
import io.crmsync.adapters.source.Credentials;
import io.crmsync.domain.contact.ContactId;
import io.crmsync.simulators.crm.Operation;
import io.crmsync.sync.port.CrmSource;
import io.crmsync.sync.port.SourcePage;
import io.crmsync.sync.port.SourceRecord;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The CRM simulator, read through the feed.
 *
 * @param address where it listens
 * @param data the directory that its records came from
 */
record SimulatedCrm(URI address, Path data) implements LocalSource {
  private static final int PAGE = 5000;

  @Override
  public CrmNow now() {
    CrmSource feed = new HttpCrmFeed(address, Credentials.none(), Clock.systemUTC());
    return CrmNow.of(feed.directory(), records(feed));
  }

  @Override
  public Map<String, String> settings() {
    return Map.of("CRM_SOURCE", "feed", "CRM_BASE_URL", address.toString());
  }

  @Override
  public List<String> lines() {
    return List.of("  CRM        " + address + " with the records of " + data);
  }

  @Override
  public OptionalLong recordsRead() {
    return OptionalLong.of(
        Http.get(address.resolve("/_sim/counts"))
            .path(Operation.LIST_CONTACTS.operationId())
            .path("records")
            .asLong());
  }

  @Override
  public Optional<URI> simulator() {
    return Optional.of(address);
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
