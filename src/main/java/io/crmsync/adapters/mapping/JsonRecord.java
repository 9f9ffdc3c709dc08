package io.crmsync.adapters.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Stream;

/** A record in JSON; a dotted name leads from object to object. */
final class JsonRecord implements SourceValues {
  private final JsonNode record;

  JsonRecord(JsonNode record) {
    this.record = record;
  }

  @Override
  public List<String> texts(SourceName name) {
    JsonNode value = at(name);
    Stream<JsonNode> values = value.isArray() ? value.valueStream() : Stream.of(value);
    return Values.filled(values.filter(JsonRecord::isScalar).map(JsonNode::asText));
  }

  @Override
  public List<JsonRecord> objects(SourceName list) {
    return elements(list).toList();
  }

  /** The elements of a list; of none if it is none. */
  Stream<JsonRecord> elements(SourceName list) {
    JsonNode value = at(list);
    return value.isArray() ? value.valueStream().map(JsonRecord::new) : Stream.of();
  }

  @Override
  public boolean has(SourceName name) {
    return !at(name).isMissingNode();
  }

  /** Whether what texts are read from is there, if only as null (R25). */
  boolean hasTexts(SourceName name) {
    JsonNode value = at(name);
    return isEmptyOrScalar(value)
        || (value.isArray() && value.valueStream().allMatch(JsonRecord::isEmptyOrScalar));
  }

  /** Whether what objects are read from is there, if only as null (R25). */
  boolean hasObjects(SourceName list) {
    JsonNode value = at(list);
    return value.isNull()
        || (value.isArray() && value.valueStream().allMatch(ObjectNode.class::isInstance));
  }

  private static boolean isEmptyOrScalar(JsonNode value) {
    return value.isNull() || isScalar(value);
  }

  private static boolean isScalar(JsonNode value) {
    return value.isTextual() || value.isNumber() || value.isBoolean();
  }

  /** Below a null everything is null; what is not there is missing. */
  private JsonNode at(SourceName name) {
    JsonNode node = record;
    for (String part : name.path()) {
      if (node.isNull()) {
        return node;
      }
      node = node.isObject() ? node.path(part) : MissingNode.getInstance();
    }
    return node;
  }
}
