package io.crmsync.adapters.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;

/** Mappings and records for tests, in JSON with single quotes. */
final class Mappings {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Mappings() {}

  static Mapping exact(String keys) {
    return Mapping.of(quoted("{'version':1," + keys + "}"));
  }

  static Mapping ignoringCase(String keys) {
    return exact("'names':'ignoreCase'," + keys);
  }

  static String quoted(String json) {
    return json.replace('\'', '"');
  }

  static ObjectNode json(String text) {
    try {
      JsonNode node = JSON.readTree(quoted(text));
      assertThat(node).isInstanceOf(ObjectNode.class);
      return (ObjectNode) node;
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(text, e);
    }
  }

  /** A contact with what every contact has. */
  static ObjectNode contact(String more) {
    return json("{'kind':'Person','status':'active'" + (more.isEmpty() ? "" : "," + more) + "}");
  }

  /** Names and values in turn. */
  static Map<String, String> row(String... namesAndValues) {
    Map<String, String> row = new HashMap<>();
    for (int at = 0; at < namesAndValues.length; at += 2) {
      row.put(namesAndValues[at], namesAndValues[at + 1]);
    }
    return row;
  }
}
