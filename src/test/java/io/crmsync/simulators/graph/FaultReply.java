package io.crmsync.simulators.graph;

import java.time.Instant;
import java.util.Map;

/** Makes the answers that faults give. */
final class FaultReply {
  private static final String PAGE =
      "<html><head><title>%1$d</title></head><body><h1>Service Unavailable (%1$d)</h1></body></html>";

  private FaultReply() {}

  static Reply of(FaultEffect effect, Call call) {
    Map<String, String> headers =
        effect.retryAfter().isEmpty() ? Map.of() : Map.of("Retry-After", effect.retryAfter());
    return body(effect, call).with(headers);
  }

  private static Reply body(FaultEffect effect, Call call) {
    return switch (effect.body()) {
      case JSON_ERROR ->
          Reply.json(
              effect.status(),
              ErrorJson.body(effect.code(), "Injected fault.", call, Instant.now()));
      case HTML -> Reply.text(effect.status(), "text/html", PAGE.formatted(effect.status()));
      case EMPTY -> Reply.empty(effect.status());
      case NO_ERROR_OBJECT -> Reply.text(effect.status(), "application/json", "{}");
    };
  }
}
