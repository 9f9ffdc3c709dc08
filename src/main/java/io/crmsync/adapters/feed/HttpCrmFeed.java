package io.crmsync.adapters.feed;

import io.crmsync.adapters.source.ContactRecord;
import io.crmsync.adapters.source.Credentials;
import io.crmsync.adapters.source.KnownIds;
import io.crmsync.adapters.source.RecordNode;
import io.crmsync.adapters.source.SourceHttp;
import io.crmsync.domain.audience.Directory;
import io.crmsync.domain.contact.ContactId;
import io.crmsync.sync.port.CrmBroken;
import io.crmsync.sync.port.CrmSource;
import io.crmsync.sync.port.Lookup;
import io.crmsync.sync.port.SourcePage;
import io.crmsync.sync.port.SourceRecord;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import okhttp3.HttpUrl;

/** The CRM feed of docs/api/crm-feed.openapi.yaml. There is no way to write (R1). */
public final class HttpCrmFeed implements CrmSource {
  private static final Duration WHOLE_CALL = Duration.ofSeconds(60);

  /** Of a page: what is kept of it, fits into the memory of the smallest instance several times. */
  private static final int MAX_MEGABYTES = 32;

  private static final int HIDDEN = 403;
  private static final int GONE = 404;

  private final SourceHttp http;
  private final FeedAddress address;

  /**
   * Takes where the feed is and how to sign in there; sends nothing yet.
   *
   * @param base CRM_BASE_URL, checked by the settings: https, or a loopback address
   * @param clock what a Retry-After date is counted from
   */
  public HttpCrmFeed(URI base, Credentials credentials, Clock clock) {
    this(base, new SourceHttp(credentials, clock, WHOLE_CALL, MAX_MEGABYTES));
  }

  HttpCrmFeed(URI base, SourceHttp http) {
    this.address = FeedAddress.of(base);
    this.http = http;
  }

  @Override
  public SourcePage contacts(String run, Optional<ContactId> after, int limit) {
    KnownIds ids = new KnownIds();
    List<SourceRecord> records = new ArrayList<>();
    boolean last =
        page(
            "contacts",
            after,
            limit,
            ContactRecord.PROPERTIES,
            item -> records.add(ContactRecord.read(item, ids)));
    return new SourcePage(records, last);
  }

  @Override
  public Lookup contact(ContactId id) {
    SourceHttp.SourceAnswer<SourceRecord> answer =
        http.get(
            "contact " + id,
            address.contact(id),
            json ->
                ContactRecord.read(RecordNode.read(json, ContactRecord.PROPERTIES), new KnownIds()),
            Set.of(HIDDEN, GONE));
    return answer
        .body()
        .map(record -> found(id, record))
        .orElse(answer.status() == GONE ? Lookup.gone() : Lookup.hidden());
  }

  @Override
  public Directory directory() {
    return new DirectoryReading(this::page).directory();
  }

  private boolean page(
      String resource, Optional<?> after, int limit, Set<String> known, Consumer<RecordNode> each) {
    HttpUrl url = address.page(resource, after, limit);
    PageReader reader = new PageReader(resource, limit, known, each);
    return http.get(resource, url, reader, Set.of()).body().orElseThrow();
  }

  private static Lookup found(ContactId asked, SourceRecord read) {
    if (!read.id().orElse(asked).equals(asked)) {
      throw new CrmBroken("contact " + asked + ": answered with another one");
    }
    return Lookup.found(read.of(asked));
  }
}
