package io.crmsync.simulators.crm;

import java.util.List;
import java.util.Optional;

/**
 * What the feed truthfully answers.
 *
 * @param operation what was asked
 * @param after the id the page was asked to start after; empty for a first page and for a single
 *     contact
 * @param page the records; of a single contact, that one
 */
record FeedAnswer(Operation operation, Optional<String> after, SourcePage page) {

  static FeedAnswer ofOne(String contact) {
    return new FeedAnswer(
        Operation.GET_CONTACT, Optional.empty(), new SourcePage(List.of(contact), true));
  }

  List<String> items() {
    return page.items();
  }

  String json() {
    return json(page);
  }

  String json(SourcePage other) {
    return operation.isPaged() ? other.json() : other.items().get(0);
  }
}
