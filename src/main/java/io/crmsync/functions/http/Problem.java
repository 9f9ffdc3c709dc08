package io.crmsync.functions.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crmsync.functions.wire.Json;
import java.util.List;

/**
 * An RFC 9457 problem document. Tells rules and ids, never a stack trace, a token, or a value that
 * was sent.
 *
 * @param errors what is wrong with a body, field by field; empty: something else is
 */
record Problem(int status, String detail, List<FieldError> errors) {
  /** A field and the rule that it breaks. */
  record FieldError(String field, String rule) {}

  Problem {
    errors = List.copyOf(errors);
  }

  static Problem of(int status, String detail) {
    return new Problem(status, detail, List.of());
  }

  ObjectNode json() {
    ObjectNode json = Json.MAPPER.createObjectNode();
    json.put("type", "about:blank").put("title", title()).put("status", status);
    json.put("detail", detail);
    if (!errors.isEmpty()) {
      ArrayNode list = json.putArray("errors");
      errors.forEach(
          error -> list.addObject().put("field", error.field()).put("rule", error.rule()));
    }
    return json;
  }

  /** The status in words, as RFC 9110 has it: what the type {@code about:blank} asks for. */
  private String title() {
    return switch (status) {
      case 400 -> "Bad Request";
      case 401 -> "Unauthorized";
      case 403 -> "Forbidden";
      case 404 -> "Not Found";
      case 409 -> "Conflict";
      case 413 -> "Content Too Large";
      case 415 -> "Unsupported Media Type";
      case 422 -> "Unprocessable Content";
      case 429 -> "Too Many Requests";
      case 503 -> "Service Unavailable";
      default -> "Internal Server Error";
    };
  }
}
