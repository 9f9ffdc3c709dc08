package io.crmsync.adapters.storage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.function.Function;

/**
 * The fields of a message, read strictly as to type and form; a field that is absent or null has
 * its default, and unknown ones are left alone: an admin may write a message by hand.
 */
final class MessageFields {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private final JsonNode object;

  private MessageFields(JsonNode object) {
    this.object = object;
  }

  static ObjectNode write(int version) {
    return JSON.createObjectNode().put("v", version);
  }

  /** Takes the text of a message, and the highest version of it that this code can read. */
  static MessageFields read(String message, int highest) {
    MessageFields fields = new MessageFields(parsed(message));
    int version = fields.number("v", 1);
    if (version < 1 || version > highest) {
      throw new BadMessage("v: %d was written by a newer version of this app".formatted(version));
    }
    return fields;
  }

  Optional<String> text(String name) {
    return present(name)
        .map(
            node -> {
              check(node.isTextual() && !node.textValue().isBlank(), name, "not a text");
              return node.textValue();
            });
  }

  String required(String name) {
    return text(name).orElseThrow(() -> new BadMessage(name + ": missing"));
  }

  <I> I id(String name, Function<String, I> id) {
    String value = required(name);
    try {
      return id.apply(value);
    } catch (IllegalArgumentException e) {
      throw new BadMessage(name + ": " + e.getMessage());
    }
  }

  int number(String name, int absent) {
    return present(name)
        .map(
            node -> {
              check(node.isInt() && node.intValue() >= 0, name, "not a whole number from 0");
              return node.intValue();
            })
        .orElse(absent);
  }

  <E extends Enum<E>> E code(String name, Codes<E> codes, E absent) {
    return text(name)
        .map(word -> codes.find(word).orElseThrow(() -> new BadMessage(name + ": unknown word")))
        .orElse(absent);
  }

  private static JsonNode parsed(String message) {
    try {
      JsonNode node = JSON.readTree(message);
      check(node.isObject(), "message", "not a JSON object");
      return node;
    } catch (JsonProcessingException e) {
      throw notJson();
    }
  }

  /** Without the parser's own words, which quote the message. */
  private static BadMessage notJson() {
    return new BadMessage("message: not JSON");
  }

  private Optional<JsonNode> present(String name) {
    return Optional.ofNullable(object.get(name)).filter(node -> !node.isNull());
  }

  private static void check(boolean holds, String name, String rule) {
    if (!holds) {
      throw new BadMessage(name + ": " + rule);
    }
  }
}
