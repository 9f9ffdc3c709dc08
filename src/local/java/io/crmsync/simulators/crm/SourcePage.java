package io.crmsync.simulators.crm;

import java.util.List;

/**
 * A page of records.
 *
 * @param items the records' JSON texts, in order of id
 * @param last whether nothing comes after them
 */
record SourcePage(List<String> items, boolean last) {
  SourcePage {
    items = List.copyOf(items);
  }

  SourcePage withItems(List<String> others) {
    return new SourcePage(others, last);
  }

  String json() {
    return "{\"items\":" + itemsJson() + ",\"last\":" + last + "}";
  }

  String itemsJson() {
    return "[" + String.join(",", items) + "]";
  }
}
