package io.crmsync.adapters.mapping;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crmsync.adapters.source.RecordMapping;
import io.crmsync.sync.port.CrmBroken;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A mapping file, docs/api/mapping.schema.json: how a record of a source becomes a contact in the
 * shape of the feed. Where the mapping says nothing of {@code kind} or {@code status}, a record is
 * an active person. Immutable.
 */
public final class Mapping implements RecordMapping {
  /** One of these must be there: a contact is told by a name or an e-mail. */
  private static final List<String> TELLING = List.of("firstName", "lastName", "fullName", "email");

  private static final String KIND = "kind";
  private static final String STATUS = "status";

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final Headings headings;
  private final Map<String, FeedValue> properties;
  private final Optional<InactiveWhen> inactiveWhen;

  Mapping(NameForm names, Map<String, FeedValue> properties, Optional<InactiveWhen> inactiveWhen) {
    this.headings = new Headings(names);
    this.properties = properties;
    this.inactiveWhen = inactiveWhen;
  }

  /**
   * Reads a mapping file.
   *
   * @throws CrmBroken it is not as the schema says; the message has the place and what is wrong
   */
  public static Mapping of(String json) {
    return MappingReader.read(Place.root(parse("", json)));
  }

  /**
   * Reads a mapping file of which some keys are overridden.
   *
   * @param overrideJson a JSON Merge Patch (RFC 7396): null takes a key away
   * @throws CrmBroken the whole is not as the schema says; the message has the place in the whole
   */
  public static Mapping of(String defaultJson, String overrideJson) {
    JsonNode merged = MergePatch.apply(parse("", defaultJson), parse("override: ", overrideJson));
    return MappingReader.read(Place.root(merged));
  }

  private static JsonNode parse(String which, String json) {
    try {
      return JSON.readTree(json);
    } catch (JacksonException e) {
      String where =
          Optional.ofNullable(e.getLocation())
              .map(at -> ", line " + at.getLineNr() + ", column " + at.getColumnNr())
              .orElse("");
      throw new CrmBroken("mapping: " + which + "not JSON, or a key twice" + where);
    }
  }

  @Override
  public ObjectNode apply(Map<String, String> row) {
    return contact(FlatRow.of(row, headings));
  }

  /** Maps a record in JSON; its names are compared exactly. */
  public MappedRecord apply(ObjectNode record) {
    JsonRecord source = new JsonRecord(record);
    Set<String> missing =
        leaves()
            .flatMap(leaf -> leaf.missing(source))
            .collect(Collectors.toCollection(TreeSet::new));
    return new MappedRecord(contact(source), missing);
  }

  private ObjectNode contact(SourceValues source) {
    ObjectNode contact = JsonNodeFactory.instance.objectNode();
    properties.forEach(
        (name, value) -> value.of(source).ifPresent(made -> contact.set(name, made)));
    if (!properties.containsKey(KIND)) {
      contact.put(KIND, "Person");
    }
    if (inactiveWhen.filter(when -> when.holds(source)).isPresent()) {
      contact.put(STATUS, "inactive");
    } else if (!properties.containsKey(STATUS)) {
      contact.put(STATUS, "active");
    }
    return contact;
  }

  @Override
  public Set<String> namesNeeded(Set<String> names) {
    checkTelling(names);
    Map<Heading, String> needed = new HashMap<>();
    names.stream().filter(this::isNeeded).sorted().forEach(name -> add(name, needed));
    return Set.copyOf(needed.values());
  }

  @Override
  public boolean givesCoverage(Set<String> names) {
    List<Operator.Leaf> asked = leaves("coverageTeam");
    return names.stream()
        .map(headings::of)
        .anyMatch(heading -> asked.stream().anyMatch(leaf -> leaf.reads(heading)));
  }

  private boolean isNeeded(String name) {
    Heading heading = headings.of(name);
    return leaves().anyMatch(leaf -> leaf.looksAt(heading));
  }

  private void add(String name, Map<Heading, String> needed) {
    String before = needed.put(headings.of(name), name);
    if (before != null) {
      throw new CrmBroken("two headings that are the same: " + before + ", " + name);
    }
  }

  private void checkTelling(Set<String> names) {
    List<Operator.Leaf> telling =
        TELLING.stream()
            .flatMap(property -> Optional.ofNullable(properties.get(property)).stream())
            .flatMap(FeedValue::leaves)
            .toList();
    if (telling.stream()
        .noneMatch(leaf -> names.stream().map(headings::of).anyMatch(leaf::reads))) {
      throw new CrmBroken(
          "no heading that the mapping knows for a name or an e-mail, such as "
              + telling.stream()
                  .map(leaf -> leaf.name().written())
                  .distinct()
                  .collect(Collectors.joining(", ")));
    }
  }

  /**
   * The names at the top of a record in JSON that the mapping asks for, so that exactly they can be
   * selected.
   */
  public Set<String> sourceNames() {
    return leaves()
        .flatMap(Operator.Leaf::names)
        .map(name -> name.path().get(0))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private Stream<Operator.Leaf> leaves() {
    return Stream.concat(
        properties.values().stream().flatMap(FeedValue::leaves),
        inactiveWhen.stream().flatMap(InactiveWhen::leaves));
  }

  /**
   * What is read for a property, in the mapping's order; of an address or security, of all parts.
   */
  List<Operator.Leaf> leaves(String property) {
    return Optional.ofNullable(properties.get(property)).stream()
        .flatMap(FeedValue::leaves)
        .toList();
  }
}
