package io.crmsync.functions.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crmsync.sync.mailbox.PresentCopy;
import io.crmsync.sync.preview.Explanation.SideBySide;
import io.crmsync.sync.preview.FieldComparison;

/** What Outlook holds, and each field as both have it, in the words of the HTTP API. */
final class SideBySideJson {
  private SideBySideJson() {}

  static void put(ObjectNode json, SideBySide beside) {
    putCopy(json.putObject("outlook"), beside.copy());
    ArrayNode fields = json.putArray("fields");
    beside.fields().forEach(field -> put(fields.addObject(), field));
  }

  private static void putCopy(ObjectNode json, PresentCopy copy) {
    json.put("state", copy.state().code()).put("at", copy.at().toString());
    copy.why().ifPresent(why -> json.put("reason", why.code()));
    if (copy.state() == PresentCopy.State.PRESENT) {
      json.put("moved", copy.moved());
      ObjectNode values = json.putObject("values");
      copy.values().asMap().forEach((field, value) -> values.put(field.code(), value));
    }
  }

  private static void put(ObjectNode json, FieldComparison field) {
    json.put("field", field.field().code()).put("crm", field.crm());
    field.outlook().ifPresent(value -> json.put("outlook", value));
    json.put("wouldWrite", field.wouldWrite());
    field.lastWrittenAt().ifPresent(at -> json.put("lastWrittenAt", at.toString()));
  }
}
