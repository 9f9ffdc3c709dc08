package io.crmsync.simulators.graph;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.Headers;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One request as it arrived: its address and path as sent, then path segments and query options
 * decoded, the body as text, and the id that its answer carries.
 */
record Call(
    String method,
    String address,
    String rawPath,
    List<String> path,
    Map<String, String> query,
    Headers headers,
    String body,
    String requestId) {

  Call {
    path = List.copyOf(path);
    query = Map.copyOf(query);
  }

  static Call of(String method, URI uri, Headers headers, String body, String requestId) {
    return new Call(
        method,
        uri.toString(),
        uri.getRawPath(),
        UrlText.segments(uri.getRawPath()),
        UrlText.query(Optional.ofNullable(uri.getRawQuery()).orElse("")),
        headers,
        body,
        requestId);
  }

  Optional<String> header(String name) {
    return Optional.ofNullable(headers.getFirst(name));
  }

  /** Whether ids are wanted in the form that outlives a move. */
  boolean wantsImmutableIds() {
    return headers.getOrDefault("Prefer", List.of()).stream()
        .anyMatch(value -> value.replace(" ", "").contains("IdType=\"ImmutableId\""));
  }

  /** The body as a JSON object, or a refusal in Graph's words. */
  ObjectNode json() {
    if (!header("Content-Type").orElse("").toLowerCase(Locale.ROOT).contains("json")) {
      throw GraphError.invalidRequest(
          "BadRequest",
          "Write requests (excluding DELETE) must contain the Content-Type header declaration.");
    }
    return Json.parse(body)
        .orElseThrow(
            () ->
                GraphError.invalidRequest(
                    "BadRequest",
                    "Unable to read JSON request payload. Please ensure it is valid."));
  }
}
