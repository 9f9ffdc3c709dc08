package io.crmsync.adapters.mapping;

import static io.crmsync.adapters.mapping.Mappings.quoted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crmsync.adapters.source.ContactRecord;
import io.crmsync.adapters.source.KnownIds;
import io.crmsync.adapters.source.RecordNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Mappings of every shape never throw, whatever the records are. */
class RandomMappingTest {
  private static final int ROUNDS = 3_000;
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final MappingSchema SCHEMA = MappingSchema.read();
  private static final List<String> NAMES =
      List.of("a", "A", " b ", "b", "c.d", "c", "d", "Phone", "x y", "\u00e4");
  private static final List<String> VALUES =
      List.of("", " ", "x", "1;2", "l1\nl2", "true", "0/0/00", "3.4.1980", "a@a.example", "\ud83d");
  private static final List<String> PARTS =
      List.of("city", "state", "postalCode", "country", "lines");

  private long seed = Long.getLong("seed", System.nanoTime());
  private Random random = new Random(seed);

  @Test
  void noMappingOfKnownNamesThrowsOnAnyRecord() {
    for (int round = 0; round < ROUNDS; round++) {
      random = new Random(++seed);
      String json = quoted(mapping());
      assertThatCode(() -> map(json))
          .as("-Dseed=%s, %s", seed - 1, json)
          .doesNotThrowAnyException();
      if (round % 100 == 0) {
        assertThat(SCHEMA.complaints(json)).as("-Dseed=%s, %s", seed - 1, json).isEmpty();
      }
    }
  }

  private void map(String json) {
    Mapping mapping = Mapping.of(json);
    Map<String, String> row = row();
    ContactRecord.read(new RecordNode(mapping.apply(row), false), new KnownIds());
    MappedRecord mapped = mapping.apply(object(3));
    ContactRecord.read(new RecordNode(mapped.node(), false), new KnownIds());
    assertThat(mapping.sourceNames()).isNotNull();
  }

  private String mapping() {
    String properties =
        FeedShape.ofContact().entrySet().stream()
            .filter(property -> random.nextBoolean())
            .map(property -> "'" + property.getKey() + "':" + value(property.getValue()))
            .collect(Collectors.joining(","));
    return "{'version':1,'names':'"
        + oneOf(List.of("exact", "ignoreCase"))
        + "','formats':{'date':['d.m.yyyy']},'inactiveWhen':{'of':"
        + operator(2)
        + ",'is':'x'}"
        + (properties.isEmpty() ? "" : "," + properties)
        + "}";
  }

  private String value(FeedShape shape) {
    return switch (shape) {
      case TEXT, DATE, TEXTS -> operator(3);
      case ADDRESS -> "{'" + oneOf(PARTS) + "':" + operator(3) + "}";
      case SECURITY -> "{'scope':" + operator(1) + ",'groups':" + operator(1) + "}";
    };
  }

  private String operator(int depth) {
    return switch (depth == 0 ? random.nextInt(3) : random.nextInt(7)) {
      case 0 -> name();
      case 1 -> "{'from':" + name() + ",'beside':[" + name() + "],'notBeside':[" + name() + "]}";
      case 2 -> "{'from':" + name() + ",'where':{" + name() + ":['x','']},'take':" + name() + "}";
      case 3 -> "{'first':[" + operators(depth) + "]}";
      case 4 -> "{'join':[" + operators(depth) + "],'by':'|'}";
      case 5 -> "{'split':" + operator(depth - 1) + (random.nextBoolean() ? ",'by':';'}" : "}");
      default -> "{'map':" + operator(depth - 1) + ",'values':{'x':'y','':'z'},'else':'w'}";
    };
  }

  private String operators(int depth) {
    return IntStream.rangeClosed(0, random.nextInt(3))
        .mapToObj(index -> operator(depth - 1))
        .collect(Collectors.joining(","));
  }

  private String name() {
    return "'" + oneOf(NAMES) + "'";
  }

  private Map<String, String> row() {
    Map<String, String> row = new HashMap<>();
    NAMES.stream()
        .filter(name -> random.nextBoolean())
        .forEach(name -> row.put(name + (random.nextBoolean() ? "" : " 1 - x"), oneOf(VALUES)));
    return row;
  }

  private ObjectNode object(int depth) {
    ObjectNode object = NODES.objectNode();
    NAMES.stream()
        .filter(name -> random.nextBoolean())
        .forEach(name -> object.set(name, node(depth)));
    return object;
  }

  private JsonNode node(int depth) {
    return switch (depth == 0 ? random.nextInt(4) : random.nextInt(6)) {
      case 0 -> NODES.textNode(oneOf(VALUES));
      case 1 -> NODES.nullNode();
      case 2 -> NODES.numberNode(random.nextInt());
      case 3 -> NODES.booleanNode(random.nextBoolean());
      case 4 -> object(depth - 1);
      default -> NODES.arrayNode().add(node(depth - 1)).add(node(depth - 1));
    };
  }

  private <T> T oneOf(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
