package io.crmsync.simulators.crm;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * An order for faults as the admin endpoint takes it: {@code
 * {"operation":"listContacts","fault":"status","times":2,"status":503}}.
 *
 * @param operation whose answers are spoilt
 * @param times how many
 * @param fault in which way
 */
record FaultOrder(Operation operation, int times, Fault fault) {

  static FaultOrder of(JsonNode order) {
    return new FaultOrder(
        Operation.of(order.path("operation").asText()), order.path("times").asInt(1), fault(order));
  }

  private static Fault fault(JsonNode order) {
    String name = order.path("fault").asText();
    return switch (name) {
      case "status" -> status(order);
      case "dropped" -> Fault.dropped();
      case "droppedMidway" -> Fault.droppedMidway();
      case "slow" -> Fault.slow(Duration.ofMillis(order.path("delayMillis").asLong(1000)));
      case "truncatedJson" -> Fault.truncatedJson();
      case "html" -> Fault.html();
      case "badRecord" -> badRecord(order);
      default -> PageFault.valueOf(constant(name));
    };
  }

  private static Fault status(JsonNode order) {
    int status = order.path("status").asInt(503);
    return text(order, "retryAfter")
        .map(value -> Fault.statusWithRetryAfter(status, value))
        .orElseGet(() -> Fault.status(status));
  }

  private static Fault badRecord(JsonNode order) {
    BadRecord sort = BadRecord.valueOf(constant(order.path("sort").asText()));
    return text(order, "id").map(sort::insteadOf).orElseGet(sort::injected);
  }

  private static Optional<String> text(JsonNode order, String field) {
    return Optional.of(order.path(field)).filter(JsonNode::isValueNode).map(JsonNode::asText);
  }

  /** The constant of a name in the endpoint's spelling: outOfOrder is OUT_OF_ORDER. */
  private static String constant(String name) {
    return name.replaceAll("([A-Z])", "_$1").toUpperCase(Locale.ROOT);
  }
}
