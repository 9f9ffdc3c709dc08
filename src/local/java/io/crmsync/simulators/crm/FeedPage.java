package io.crmsync.simulators.crm;

import java.util.List;

/**
 * A page of records.
 *
 * @param items the records' JSON texts, in order of id
 * @param last whether nothing comes after them
 */
record FeedPage(List<String> items, boolean last) {
  FeedPage {
    items = List.copyOf(items);
  }

  FeedPage withItems(List<String> others) {
    return new FeedPage(others, last);
  }

  String json() {
    return "{\"items\":" + itemsJson() + ",\"last\":" + last + "}";
  }

  String itemsJson() {
    return "[" + String.join(",", items) + "]";
  }
}
