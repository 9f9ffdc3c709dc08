package io.crmsync.simulators.graph;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** One page of a collection, with the absolute address of the next. */
final class ResultPage {
  private ResultPage() {}

  static <T> Reply of(
      Collection<T> all,
      QueryOptions options,
      Call call,
      String origin,
      Function<T, ObjectNode> rendered) {
    ObjectNode body = Json.object();
    body.put(
        "@odata.context",
        origin + "/v1.0/$metadata#" + String.join("/", call.path().subList(1, call.path().size())));
    if (call.query().getOrDefault("$count", "").equals("true")) {
      body.put("@odata.count", all.size());
    }
    ArrayNode value = body.putArray("value");
    all.stream().skip(options.skip()).limit(options.top()).map(rendered).forEach(value::add);
    int next = options.skip() + value.size();
    if (next < all.size()) {
      body.put("@odata.nextLink", nextLink(call, origin, next));
    }
    return Reply.json(200, body);
  }

  private static String nextLink(Call call, String origin, int skip) {
    Map<String, String> query = new TreeMap<>(call.query());
    query.put("$skip", String.valueOf(skip));
    return query.entrySet().stream()
        .map(option -> option.getKey() + "=" + UrlText.encode(option.getValue()))
        .collect(Collectors.joining("&", origin + call.rawPath() + "?", ""));
  }
}
