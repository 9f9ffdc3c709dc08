package io.crmsync.adapters.crm;

import com.fasterxml.jackson.databind.JsonNode;
import io.crmsync.domain.audience.Directory;
import io.crmsync.domain.contact.ContactId;
import io.crmsync.sync.port.CrmBroken;
import io.crmsync.sync.port.CrmFeed;
import io.crmsync.sync.port.FeedPage;
import io.crmsync.sync.port.FeedRecord;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** The CRM feed of docs/api/crm-feed.openapi.yaml. There is no way to write (R1). */
public final class HttpCrmFeed implements CrmFeed {
  private static final Duration WHOLE_CALL = Duration.ofSeconds(60);
  private static final int MAX_MEGABYTES = 64;

  private final CrmHttp http;
  private final FeedAddress address;

  /**
   * Takes where the feed is and how to sign in there; sends nothing yet.
   *
   * @param base CRM_BASE_URL, checked by the settings: https, or a loopback address
   * @param clock what a Retry-After date is counted from
   */
  public HttpCrmFeed(URI base, Credentials credentials, Clock clock) {
    this(base, new CrmHttp(credentials, clock, WHOLE_CALL, MAX_MEGABYTES));
  }

  HttpCrmFeed(URI base, CrmHttp http) {
    this.address = FeedAddress.of(base);
    this.http = http;
  }

  @Override
  public FeedPage contacts(Optional<ContactId> after, int limit) {
    FeedItems page = page("contacts", after, limit);
    return new FeedPage(page.items().stream().map(ContactRecord::read).toList(), page.last());
  }

  @Override
  public Optional<FeedRecord> contact(ContactId id) {
    return http.get("contact " + id, address.contact(id)).map(body -> contact(id, body));
  }

  @Override
  public Directory directory() {
    return new DirectoryReading(this::page).directory();
  }

  private FeedItems page(String resource, Optional<?> after, int limit) {
    JsonNode body =
        http.get(resource, address.page(resource, after, limit))
            .orElseThrow(() -> new CrmBroken(resource + ": status 404"));
    return FeedItems.of(resource, body);
  }

  private static FeedRecord contact(ContactId asked, JsonNode body) {
    FeedRecord read = ContactRecord.read(body);
    if (!read.id().orElse(asked).equals(asked)) {
      throw new CrmBroken("contact " + asked + ": answered with another one");
    }
    return read.contact()
        .map(FeedRecord::good)
        .orElse(FeedRecord.bad(Optional.of(asked), read.defect()));
  }
}
