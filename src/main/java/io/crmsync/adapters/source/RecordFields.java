package io.crmsync.adapters.source;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * A JSON object of the feed, read property by property: strict on types, lenient on what it does
 * not know, absent and null alike empty. What breaks a rule reads as empty and is noted, as {@code
 * property: rule} without the value, so that reading goes on and nothing is thrown.
 */
public final class RecordFields {
  private static final String NO_OBJECT = ": not an object";

  private final JsonNode node;
  private final String path;
  private final List<String> defects;

  private RecordFields(JsonNode node, String path, List<String> defects) {
    this.node = node;
    this.path = path;
    this.defects = defects;
    if (!node.isObject()) {
      defects.add((path.isEmpty() ? "record" : path.substring(0, path.length() - 1)) + NO_OBJECT);
    }
  }

  /** Takes a record, whatever it is. */
  public static RecordFields of(RecordNode record) {
    RecordFields node = new RecordFields(record.node(), "", new ArrayList<>());
    node.noteIf(record.tooLong(), "record", "longer than " + RecordNode.MOST_BYTES + " bytes");
    return node;
  }

  /** The first broken rule; empty: none was met so far. */
  public Optional<String> defect() {
    return defects.stream().findFirst();
  }

  /** A string; empty where there is none. */
  public String text(String property) {
    return value(property).map(value -> string(property, value)).orElse("");
  }

  /** A string whose property must be there, though it may be null or blank. */
  public String presentText(String property) {
    noteIf(!node.has(property), property, "missing");
    return text(property);
  }

  /** A boolean that must be there. */
  public boolean requiredFlag(String property) {
    Optional<JsonNode> value = value(property).filter(JsonNode::isBoolean);
    noteIf(value.isEmpty(), property, "missing or not a boolean");
    return value.map(JsonNode::booleanValue).orElse(false);
  }

  /** An id; blank counts as none. */
  public <I> Optional<I> id(String property, Function<String, I> form) {
    String text = text(property);
    return text.isBlank() ? Optional.empty() : id(property, text, form);
  }

  /** An id that must be there. */
  public <I> Optional<I> requiredId(String property, Function<String, I> form) {
    noteIf(text(property).isBlank(), property, "missing or not a string");
    return id(property, form);
  }

  /** The ids of a list. */
  public <I> Set<I> ids(String property, Function<String, I> form) {
    Set<I> ids = new LinkedHashSet<>();
    texts(property).forEach(text -> id(property, text, form).ifPresent(ids::add));
    return ids;
  }

  /** The ids of a list that must be there. */
  public <I> Set<I> requiredIds(String property, Function<String, I> form) {
    noteIf(value(property).isEmpty(), property, "missing");
    return ids(property, form);
  }

  /** The strings of a list. */
  public List<String> texts(String property) {
    List<String> texts = new ArrayList<>();
    value(property)
        .filter(list -> !noteIf(!list.isArray(), property, "not a list"))
        .ifPresent(list -> list.forEach(item -> texts.add(string(property, item))));
    return texts;
  }

  /** One of these words, compared exactly; it must be there. */
  public <T> Optional<T> requiredWord(String property, Map<String, T> words) {
    Optional<T> meaning = Optional.ofNullable(words.get(text(property)));
    noteIf(meaning.isEmpty(), property, "missing or unknown");
    return meaning;
  }

  /** An object inside; empty where there is none. */
  public Optional<RecordFields> object(String property) {
    return value(property).map(value -> new RecordFields(value, path + property + ".", defects));
  }

  /** Notes a broken rule, if it is broken, and gives whether it is. */
  public boolean noteIf(boolean broken, String property, String rule) {
    if (broken) {
      defects.add(path + property + ": " + rule);
    }
    return broken;
  }

  private Optional<JsonNode> value(String property) {
    return Optional.ofNullable(node.get(property)).filter(value -> !value.isNull());
  }

  private String string(String property, JsonNode value) {
    if (noteIf(!value.isTextual(), property, "not a string")) {
      return "";
    }
    String text = value.textValue();
    // Half a surrogate pair can be written in JSON, but neither stored nor sent.
    boolean whole = StandardCharsets.UTF_8.newEncoder().canEncode(text);
    return noteIf(!whole, property, "not Unicode text") ? "" : text;
  }

  private <I> Optional<I> id(String property, String text, Function<String, I> form) {
    try {
      return Optional.of(form.apply(text));
    } catch (IllegalArgumentException e) {
      noteIf(true, property, "not an id");
      return Optional.empty();
    }
  }
}
