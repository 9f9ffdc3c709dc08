package io.crmsync.simulators.crm;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * One way in which an answer goes wrong. A fault spoils either what is said (a {@link PageFault}, a
 * {@link BadRecord}) or how it arrives (the factories here).
 */
public interface Fault {
  /** As RFC 9110 has it; Java's own RFC 1123 format writes the first nine days with one digit. */
  DateTimeFormatter HTTP_DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH);

  /** Whether the operation can go wrong in this way at all. */
  boolean suits(Operation operation);

  /**
   * Whether this very answer can: a page of one record cannot be out of order. A fault waits for an
   * answer that can.
   */
  boolean fits(FeedAnswer answer);

  /** What is said instead. */
  String body(FeedAnswer answer);

  /** How it arrives. */
  Reply deliver(Reply reply);

  /** This status, without a body and without Retry-After. */
  static Fault status(int status) {
    return new DeliveryFault(reply -> Reply.empty(status));
  }

  /** This status, with Retry-After as a number of seconds. */
  static Fault status(int status, Duration retryAfter) {
    return statusWithRetryAfter(status, Long.toString(retryAfter.toSeconds()));
  }

  /** This status, with Retry-After as an HTTP date. */
  static Fault status(int status, Instant retryAt) {
    return statusWithRetryAfter(status, HTTP_DATE.format(retryAt.atOffset(ZoneOffset.UTC)));
  }

  /** This status, with Retry-After as given, sense or nonsense. */
  static Fault statusWithRetryAfter(int status, String retryAfter) {
    return new DeliveryFault(reply -> Reply.empty(status).withRetryAfter(retryAfter));
  }

  /**
   * The connection closes before anything of the answer is sent. Many HTTP clients silently ask
   * once more.
   */
  static Fault dropped() {
    return new DeliveryFault(reply -> reply.delivered(Reply.Delivery.NOTHING));
  }

  /** The connection closes in the middle of the body. */
  static Fault droppedMidway() {
    return new DeliveryFault(reply -> reply.delivered(Reply.Delivery.HALF));
  }

  /** The right answer, so much later; closing the simulator ends the wait. */
  static Fault slow(Duration delay) {
    return new DeliveryFault(reply -> reply.delayed(delay));
  }

  /** Half of the JSON text as if it were the whole. */
  static Fault truncatedJson() {
    return new DeliveryFault(Reply::cutShort);
  }

  /** Status 200 with an HTML page, as a proxy's sign-in or maintenance page. */
  static Fault html() {
    return new DeliveryFault(reply -> Reply.html(200, "<!DOCTYPE html><title>Sign in</title>"));
  }
}
