package io.crmsync.simulators.crm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** JSON merge patch, RFC 7396. */
final class MergePatch {
  private MergePatch() {}

  static void apply(ObjectNode patch, ObjectNode target) {
    patch.properties().forEach(change -> applyOne(change.getKey(), change.getValue(), target));
  }

  private static void applyOne(String name, JsonNode value, ObjectNode target) {
    if (value.isNull()) {
      target.remove(name);
    } else if (value instanceof ObjectNode nested) {
      apply(nested, target.get(name) instanceof ObjectNode old ? old : target.putObject(name));
    } else {
      target.set(name, value);
    }
  }
}
