package io.crmsync.functions.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crmsync.functions.wire.Json;
import io.crmsync.sync.call.Granted;
import io.crmsync.sync.call.Page;
import java.util.function.Function;

/** What was granted, or not, as an answer. */
final class PageReplies {
  private PageReplies() {}

  /** A page: {@code {items, next}}. */
  static <T> Answer page(Granted<Page<T>> granted, Function<T, JsonNode> each) {
    return answer(granted, 200, page -> json(page, each));
  }

  /** Anything else. */
  static <T> Answer answer(Granted<T> granted, int status, Function<T, JsonNode> body) {
    return granted
        .value()
        .map(value -> Answer.of(status, body.apply(value)))
        .orElseGet(() -> Replies.refused(granted.refusal().orElseThrow()));
  }

  private static <T> JsonNode json(Page<T> page, Function<T, JsonNode> each) {
    ObjectNode json = Json.MAPPER.createObjectNode();
    ArrayNode items = json.putArray("items");
    page.items().forEach(item -> items.add(each.apply(item)));
    page.next().ifPresent(next -> json.put("next", next));
    return json;
  }
}
