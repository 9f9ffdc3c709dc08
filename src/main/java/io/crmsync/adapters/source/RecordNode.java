package io.crmsync.adapters.source;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.util.Set;

/**
 * One record of an answer as it was read from the stream: with those properties alone that the
 * reader knows, so that a picture of 20 MB beside them costs no memory.
 *
 * @param node what was read; of a record that is too long, no more than its id
 * @param tooLong whether the record is longer than {@link #MOST_BYTES}
 */
public record RecordNode(JsonNode node, boolean tooLong) {
  /** Of the properties that are known, and those around them. */
  static final int MOST_BYTES = 4 << 20;

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final String ID = "id";

  /** Nothing of the record, which is people's data (R20). */
  @Override
  public String toString() {
    return tooLong ? "too long" : "a record";
  }

  /** Takes the parser at the record's first token, leaves it at its last. */
  public static RecordNode read(JsonParser json, Set<String> known) throws IOException {
    if (json.currentToken() != JsonToken.START_OBJECT) {
      json.skipChildren();
      return new RecordNode(NODES.nullNode(), false);
    }
    return new Bounded(json).record(known);
  }

  /** Reads a record as long as what is kept of it is not too long; the rest is passed over. */
  private static final class Bounded {
    private final JsonParser json;
    private long kept;
    private long from;

    Bounded(JsonParser json) {
      this.json = json;
      this.from = place();
    }

    RecordNode record(Set<String> known) throws IOException {
      ObjectNode record = NODES.objectNode();
      while (json.nextToken() != JsonToken.END_OBJECT) {
        String name = json.currentName();
        json.nextToken();
        from = place();
        if (name.equals(ID) || (known.contains(name) && !isOver())) {
          record.set(name, value());
          kept += place() - from;
        } else {
          json.skipChildren();
        }
      }
      from = place();
      return isOver() ? new RecordNode(record.retain(ID), true) : new RecordNode(record, false);
    }

    private long place() {
      return json.currentLocation().getByteOffset();
    }

    private boolean isOver() {
      return kept + place() - from > MOST_BYTES;
    }

    /** Of a number it only matters that it is one. */
    private JsonNode value() throws IOException {
      return switch (json.currentToken()) {
        case START_OBJECT -> object();
        case START_ARRAY -> array();
        case VALUE_STRING -> TextNode.valueOf(json.getText());
        case VALUE_TRUE -> NODES.booleanNode(true);
        case VALUE_FALSE -> NODES.booleanNode(false);
        case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> NODES.numberNode(0);
        default -> NODES.nullNode();
      };
    }

    private JsonNode object() throws IOException {
      ObjectNode object = NODES.objectNode();
      while (json.nextToken() != JsonToken.END_OBJECT) {
        String name = json.currentName();
        json.nextToken();
        if (isOver()) {
          json.skipChildren();
        } else {
          object.set(name, value());
        }
      }
      return object;
    }

    private JsonNode array() throws IOException {
      ArrayNode array = NODES.arrayNode();
      while (json.nextToken() != JsonToken.END_ARRAY) {
        if (isOver()) {
          json.skipChildren();
        } else {
          array.add(value());
        }
      }
      return array;
    }
  }
}
