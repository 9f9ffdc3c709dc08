package io.crmsync.contracts;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * An OpenAPI Overlay 1.0.0 document, as far as ours needs it: updates of places that a plain path
 * names. Anything else in it is an error rather than ignored.
 */
final class Overlay {
  private static final Pattern TARGET = Pattern.compile("\\$(\\.[A-Za-z]\\w*|\\['[^'\\]]+'\\])*");
  private static final Pattern STEP = Pattern.compile("\\.([A-Za-z]\\w*)|\\['([^'\\]]+)'\\]");

  private final JsonNode actions;

  Overlay(JsonNode overlay) {
    if (!overlay.path("overlay").asText().equals("1.0.0")) {
      throw new IllegalArgumentException("no overlay of version 1.0.0");
    }
    actions = overlay.path("actions");
  }

  /**
   * A copy of the document with all updates, in their order.
   *
   * @throws IllegalArgumentException a target that is not there or no plain path, or a removal
   */
  JsonNode appliedTo(JsonNode document) {
    JsonNode result = document.deepCopy();
    actions.forEach(action -> update(result, action));
    return result;
  }

  private static void update(JsonNode document, JsonNode action) {
    String target = action.path("target").asText();
    if (!(document.at(pointer(target)) instanceof ObjectNode place)
        || !(action.path("update") instanceof ObjectNode update)
        || action.size() != 2) {
      throw new IllegalArgumentException("no update of an object: " + target);
    }
    merge(place, update);
  }

  /** As the specification has it: objects are merged, lists joined, other values replaced. */
  private static void merge(ObjectNode place, ObjectNode update) {
    for (Map.Entry<String, JsonNode> property : update.properties()) {
      JsonNode there = place.path(property.getKey());
      if (there instanceof ObjectNode object && property.getValue() instanceof ObjectNode more) {
        merge(object, more);
      } else if (there instanceof ArrayNode list && property.getValue() instanceof ArrayNode more) {
        list.addAll(more.deepCopy());
      } else {
        place.set(property.getKey(), property.getValue().deepCopy());
      }
    }
  }

  private static JsonPointer pointer(String target) {
    if (!TARGET.matcher(target).matches()) {
      throw new IllegalArgumentException("no plain path: " + target);
    }
    Matcher steps = STEP.matcher(target);
    return JsonPointer.compile(steps.results().map(Overlay::step).collect(Collectors.joining()));
  }

  private static String step(MatchResult step) {
    String name = step.group(1) == null ? step.group(2) : step.group(1);
    return "/" + name.replace("~", "~0").replace("/", "~1");
  }
}
