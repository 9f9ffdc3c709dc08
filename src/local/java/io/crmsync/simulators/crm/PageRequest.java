package io.crmsync.simulators.crm;

import java.util.Optional;

/**
 * Where a page starts and how long it may be.
 *
 * @param after the id it starts after; empty for the first page
 * @param limit the most records it may have, 1 to 5000
 */
record PageRequest(Optional<String> after, int limit) {
  private static final int LONGEST = 5000;
  private static final String DEFAULT_LIMIT = "1000";

  PageRequest {
    after.ifPresent(Json::checkedId);
    if (limit < 1 || limit > LONGEST) {
      throw new IllegalArgumentException("limit must be 1 to " + LONGEST);
    }
  }

  static PageRequest of(Query query) {
    String limit = query.get("limit").orElse(DEFAULT_LIMIT);
    if (!limit.matches("\\d{1,5}")) {
      throw new IllegalArgumentException("limit is no number");
    }
    return new PageRequest(query.get("after"), Integer.parseInt(limit));
  }

  PageRequest atMost(int records) {
    return new PageRequest(after, Math.min(limit, records));
  }
}
