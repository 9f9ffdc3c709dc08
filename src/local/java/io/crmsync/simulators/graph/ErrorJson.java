package io.crmsync.simulators.graph;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/** Renders refusals in Graph's shape. */
final class ErrorJson {
  private ErrorJson() {}

  static Reply reply(GraphError error, Call call, Instant now) {
    return Reply.json(error.status(), body(error.code(), error.text(), call, now))
        .with(error.headers());
  }

  static ObjectNode body(String code, String message, Call call, Instant now) {
    ObjectNode body = Json.object();
    ObjectNode error = body.putObject("error").put("code", code).put("message", message);
    error
        .putObject("innerError")
        .put("date", Timestamps.seconds(now).replace("Z", ""))
        .put("request-id", call.requestId())
        .put("client-request-id", call.header("client-request-id").orElse(call.requestId()));
    return body;
  }
}
