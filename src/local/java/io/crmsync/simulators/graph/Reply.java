package io.crmsync.simulators.graph;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;

/** One answer, ready to be sent; an empty body is sent without a content type. */
record Reply(int status, Map<String, String> headers, String body) {
  private static final String JSON_TYPE =
      "application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;"
          + "charset=utf-8";

  Reply {
    headers = Map.copyOf(headers);
  }

  static Reply json(int status, JsonNode json) {
    return new Reply(status, Map.of("Content-Type", JSON_TYPE), Json.text(json));
  }

  static Reply empty(int status) {
    return new Reply(status, Map.of(), "");
  }

  static Reply text(int status, String contentType, String body) {
    return new Reply(status, Map.of("Content-Type", contentType), body);
  }

  Reply with(Map<String, String> more) {
    Map<String, String> all = new HashMap<>(headers);
    all.putAll(more);
    return new Reply(status, all, body);
  }
}
