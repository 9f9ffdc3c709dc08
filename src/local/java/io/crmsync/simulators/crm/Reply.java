package io.crmsync.simulators.crm;

import java.time.Duration;
import java.util.Optional;

/**
 * What goes over the wire.
 *
 * @param status the HTTP status
 * @param contentType of the body; empty without one
 * @param body the text, empty for an answer without body
 * @param retryAfter the header's value, if it is sent
 * @param delivery how much of it arrives
 * @param delay how long it is held back
 */
record Reply(
    int status,
    Optional<String> contentType,
    String body,
    Optional<String> retryAfter,
    Delivery delivery,
    Duration delay) {

  /** How much of an answer arrives before the connection closes. */
  enum Delivery {
    WHOLE,
    HALF,
    NOTHING
  }

  static Reply json(int status, String text) {
    return of(status, "application/json", text);
  }

  static Reply html(int status, String text) {
    return of(status, "text/html; charset=utf-8", text);
  }

  static Reply empty(int status) {
    return new Reply(status, Optional.empty(), "", Optional.empty(), Delivery.WHOLE, Duration.ZERO);
  }

  Reply withRetryAfter(String value) {
    return new Reply(status, contentType, body, Optional.of(value), delivery, delay);
  }

  Reply delivered(Delivery other) {
    return new Reply(status, contentType, body, retryAfter, other, delay);
  }

  Reply delayed(Duration other) {
    return new Reply(status, contentType, body, retryAfter, delivery, other);
  }

  /** The same answer with half a body, and nothing that tells so. */
  Reply cutShort() {
    String half = body.substring(0, body.length() / 2);
    return new Reply(status, contentType, half, retryAfter, delivery, delay);
  }

  private static Reply of(int status, String contentType, String text) {
    return new Reply(
        status, Optional.of(contentType), text, Optional.empty(), Delivery.WHOLE, Duration.ZERO);
  }
}
