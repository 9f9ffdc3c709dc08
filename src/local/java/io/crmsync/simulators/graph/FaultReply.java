package io.crmsync.simulators.graph;

import java.util.Map;

/** Makes the answers that faults give. */
final class FaultReply {
  private static final String PAGE =
      "<html><head><title>%1$d</title></head><body><h1>Service Unavailable"
          + " (%1$d)</h1></body></html>";

  private FaultReply() {}

  static Reply of(FaultEffect effect, Work work) {
    Map<String, String> headers =
        effect.retryAfter().isEmpty() ? Map.of() : Map.of("Retry-After", effect.retryAfter());
    return body(effect, work).with(headers);
  }

  private static Reply body(FaultEffect effect, Work work) {
    return switch (effect.body()) {
      case JSON_ERROR ->
          Reply.json(
              effect.status(),
              ErrorJson.body(effect.code(), "Injected fault.", work.call(), work.now()));
      case HTML -> Reply.text(effect.status(), "text/html", PAGE.formatted(effect.status()));
      case EMPTY -> Reply.empty(effect.status());
      case NO_ERROR_OBJECT -> Reply.text(effect.status(), "application/json", "{}");
    };
  }
}
