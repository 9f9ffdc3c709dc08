package io.crmsync.simulators.graph;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A checked request body: the properties it names with their new values (null clears), and the
 * extended properties it sets.
 */
record ContactChange(
    Map<ContactProperty, JsonNode> values, Map<ExtendedPropertyId, String> extended) {
  private static final String EXTENDED = "singleValueExtendedProperties";

  /** Reads a body; whatever v1.0 does not know or does not let one write is refused. */
  static ContactChange of(ObjectNode body) {
    Map<ContactProperty, JsonNode> values = new EnumMap<>(ContactProperty.class);
    Map<ExtendedPropertyId, String> extended = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> field : body.properties()) {
      if (field.getKey().equals(EXTENDED)) {
        extended.putAll(extended(field.getValue()));
      } else if (!field.getKey().equals("@odata.type")) {
        ContactProperty property = property(field.getKey());
        values.put(property, PropertyValue.checked(property, field.getValue()));
      }
    }
    return new ContactChange(values, extended);
  }

  boolean isEmpty() {
    return values.isEmpty() && extended.isEmpty();
  }

  private static ContactProperty property(String name) {
    return ContactProperty.named(name).orElseThrow(() -> PropertyValue.unknown(name, "contact"));
  }

  private static Map<ExtendedPropertyId, String> extended(JsonNode list) {
    if (!list.isArray()) {
      throw PropertyValue.wrongType(EXTENDED, list, "Collection");
    }
    Map<ExtendedPropertyId, String> extended = new LinkedHashMap<>();
    for (JsonNode entry : list) {
      onlyIdAndValue(entry);
      extended.put(
          ExtendedPropertyId.parse(entry.path("id").asText()), entry.path("value").asText());
    }
    return extended;
  }

  private static void onlyIdAndValue(JsonNode entry) {
    for (Map.Entry<String, JsonNode> field : entry.properties()) {
      switch (field.getKey()) {
        case "id", "value", "@odata.type" -> {
          if (!field.getValue().isTextual()) {
            throw PropertyValue.wrongType(field.getKey(), field.getValue(), "Edm.String");
          }
        }
        default -> throw PropertyValue.unknown(field.getKey(), "singleValueLegacyExtendedProperty");
      }
    }
    if (!entry.has("id") || !entry.has("value")) {
      throw ExtendedPropertyId.invalid();
    }
  }
}
