package io.crmsync.adapters.crm;

import com.fasterxml.jackson.databind.JsonNode;
import io.crmsync.sync.port.CrmBroken;
import java.util.List;
import java.util.stream.StreamSupport;

/** What every page of the feed is: a list of items, and whether there are more behind it. */
record FeedItems(List<JsonNode> items, boolean last) {
  FeedItems {
    items = List.copyOf(items);
  }

  /** Without the items, which are people's data (R20). */
  @Override
  public String toString() {
    return items.size() + " items, last " + last;
  }

  /**
   * Takes the body of a page.
   *
   * @throws CrmBroken it is no page: a guess at either property could pass for the end of the data
   */
  static FeedItems of(String operation, JsonNode body) {
    JsonNode items = body.path("items");
    JsonNode last = body.path("last");
    if (!items.isArray()) {
      throw new CrmBroken(operation + ": items missing or not a list");
    }
    if (!last.isBoolean()) {
      throw new CrmBroken(operation + ": last missing or not a boolean");
    }
    return new FeedItems(
        StreamSupport.stream(items.spliterator(), false).toList(), last.booleanValue());
  }
}
