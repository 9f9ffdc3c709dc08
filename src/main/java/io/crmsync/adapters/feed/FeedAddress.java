package io.crmsync.adapters.feed;

import io.crmsync.domain.contact.ContactId;
import java.net.URI;
import java.util.Optional;
import okhttp3.HttpUrl;

/**
 * The addresses of the feed's resources below CRM_BASE_URL. Ids need no escaping, by their pattern.
 */
record FeedAddress(HttpUrl base) {
  static FeedAddress of(URI base) {
    return new FeedAddress(HttpUrl.get(base.toString()));
  }

  HttpUrl page(String resource, Optional<?> after, int limit) {
    HttpUrl.Builder url = base.newBuilder().addPathSegment(resource);
    after.ifPresent(id -> url.addEncodedQueryParameter("after", id.toString()));
    return url.addQueryParameter("limit", Integer.toString(limit)).build();
  }

  HttpUrl contact(ContactId id) {
    return base.newBuilder().addPathSegment("contacts").addPathSegment(id.value()).build();
  }
}
