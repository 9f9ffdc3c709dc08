package io.crmsync.adapters.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import io.crmsync.domain.contact.Text;
import io.crmsync.sync.port.CrmBroken;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A place in a mapping file, read strictly: whatever is not as it must be is one error that names
 * the place.
 *
 * @param node what stands there
 * @param path where that is: <i>$.email.first[1]</i>
 */
record Place(JsonNode node, String path) {
  private static final Pattern PLAIN_KEY = Pattern.compile("\\w+");

  /** The whole file. */
  static Place root(JsonNode node) {
    return new Place(node, "$");
  }

  /** The error to throw, at this place. */
  CrmBroken wrong(String what) {
    return new CrmBroken("mapping: " + path + ": " + what);
  }

  /** This place, which is an object. */
  Place anyObject() {
    if (!node.isObject()) {
      throw wrong("not an object");
    }
    return this;
  }

  /** This place, which is an object with no keys but these. */
  Place object(String of, Set<String> keys) {
    anyObject()
        .entries()
        .filter(entry -> !keys.contains(entry.key()))
        .findFirst()
        .ifPresent(
            entry -> {
              throw entry.place().wrong("not a key of " + of);
            });
    return this;
  }

  /** What an object has under a key. */
  record Entry(String key, Place place) {}

  /** All that an object has, in the file's order. */
  Stream<Entry> entries() {
    return node.properties().stream()
        .map(entry -> new Entry(entry.getKey(), new Place(entry.getValue(), path(entry.getKey()))));
  }

  private String path(String key) {
    return PLAIN_KEY.matcher(key).matches() ? path + "." + key : path + "['" + key + "']";
  }

  /** What an object has under a key, if anything. */
  Optional<Place> child(String key) {
    return Optional.ofNullable(node.get(key)).map(child -> new Place(child, path(key)));
  }

  /** What an object must have under a key. */
  Place need(String key) {
    return child(key).orElseThrow(() -> new Place(node, path(key)).wrong("missing"));
  }

  /** The elements of a list that has some. */
  List<Place> elements() {
    if (!node.isArray() || node.isEmpty()) {
      throw wrong("not a list with something in it");
    }
    return IntStream.range(0, node.size())
        .mapToObj(index -> new Place(node.get(index), path + "[" + index + "]"))
        .toList();
  }

  /** A text, which may be empty. */
  String text() {
    if (!node.isTextual()) {
      throw wrong("not a text");
    }
    return node.textValue();
  }

  /** A text with something in it. */
  String filledText() {
    if (Text.blank(text())) {
      throw wrong("blank");
    }
    return text();
  }
}
