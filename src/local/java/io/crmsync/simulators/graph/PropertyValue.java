package io.crmsync.simulators.graph;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Set;

/**
 * Checks the types of what a request wants to write; an empty text or list becomes null, so that
 * absence has one form.
 */
final class PropertyValue {
  private static final Set<String> ADDRESS_PARTS =
      Set.of("street", "city", "state", "postalCode", "countryOrRegion");
  private static final Set<String> EMAIL_PARTS = Set.of("name", "address");

  private PropertyValue() {}

  static JsonNode checked(ContactProperty property, JsonNode raw) {
    return switch (property.type()) {
      case TEXT -> text(property.jsonName(), raw);
      case DATE_TIME -> dateTime(property.jsonName(), raw);
      case TEXTS -> texts(property, list(property, raw));
      case EMAILS -> emails(property, list(property, raw));
      case ADDRESS -> parts(property.jsonName(), raw, ADDRESS_PARTS);
    };
  }

  private static JsonNode text(String name, JsonNode raw) {
    if (!raw.isTextual() && !raw.isNull()) {
      throw wrongType(name, raw, "Edm.String");
    }
    return raw.asText("").isEmpty() || raw.isNull() ? NullNode.instance : raw;
  }

  private static JsonNode dateTime(String name, JsonNode raw) {
    if (raw.isNull()) {
      return raw;
    }
    try {
      return TextNode.valueOf(
          Timestamps.seconds(
              OffsetDateTime.parse(raw.isTextual() ? raw.asText() : "").toInstant()));
    } catch (DateTimeException e) {
      throw wrongType(name, raw, "Edm.DateTimeOffset");
    }
  }

  private static ArrayNode list(ContactProperty property, JsonNode raw) {
    if (!(raw instanceof ArrayNode list)) {
      throw wrongType(property.jsonName(), raw, "Collection");
    }
    if (list.size() > property.most()) {
      throw GraphError.invalidRequest(
          "ErrorInvalidProperty",
          "The property '%s' can have at most %d entries."
              .formatted(property.jsonName(), property.most()));
    }
    return list;
  }

  private static JsonNode texts(ContactProperty property, ArrayNode list) {
    ArrayNode kept = Json.array();
    for (JsonNode entry : list) {
      if (!entry.isTextual()) {
        throw wrongType(property.jsonName(), entry, "Edm.String");
      }
      if (!entry.asText().isBlank()) {
        kept.add(entry);
      }
    }
    return kept.isEmpty() ? NullNode.instance : kept;
  }

  private static JsonNode emails(ContactProperty property, ArrayNode list) {
    ArrayNode kept = Json.array();
    for (JsonNode entry : list) {
      JsonNode email = parts(property.jsonName(), entry, EMAIL_PARTS);
      if (email.hasNonNull("address")) {
        kept.add(email);
      }
    }
    return kept.isEmpty() ? NullNode.instance : kept;
  }

  /** An object of texts; its empty parts are null. */
  private static JsonNode parts(String name, JsonNode raw, Set<String> known) {
    if (raw.isNull()) {
      return raw;
    }
    if (!(raw instanceof ObjectNode object)) {
      throw wrongType(name, raw, "object");
    }
    ObjectNode checked = Json.object();
    for (Map.Entry<String, JsonNode> part : object.properties()) {
      if (known.contains(part.getKey())) {
        checked.set(part.getKey(), text(name + "/" + part.getKey(), part.getValue()));
      } else if (!part.getKey().equals("@odata.type")) {
        throw unknown(part.getKey(), name);
      }
    }
    return checked;
  }

  static GraphError unknown(String property, String type) {
    return GraphError.invalidRequest(
        "RequestBodyRead",
        ("The property '%s' does not exist on type 'microsoft.graph.%s'. Make sure to only use"
                + " property names that are defined by the type.")
            .formatted(property, type));
  }

  static GraphError wrongType(String property, JsonNode raw, String expected) {
    return GraphError.invalidRequest(
        "RequestBodyRead",
        "Cannot convert the value of '%s' (%s) to the expected type '%s'."
            .formatted(property, raw.getNodeType(), expected));
  }
}
