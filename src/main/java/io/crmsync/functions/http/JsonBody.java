package io.crmsync.functions.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.crmsync.domain.contact.ContactId;
import io.crmsync.functions.http.Problem.FieldError;
import io.crmsync.functions.wire.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The JSON object in a request, read field by field as the schema has it: what was not asked for
 * must not be there. What breaks a rule is noted, and told all at once by {@link #refusal}.
 */
final class JsonBody {
  private static final int LONGEST = 64 * 1024;
  private static final int LONGEST_OF_MANY = 1024 * 1024;
  private static final int MOST_ERRORS = 20;
  private static final String WHOLE = "";

  private final JsonNode body;
  private final List<FieldError> errors = new ArrayList<>();
  private final Set<String> known = new HashSet<>();

  private JsonBody(String text, int longest) {
    body = fits(text, longest) ? parsed(text) : MissingNode.getInstance();
    if (!body.isObject()) {
      note(WHOLE, "must be a JSON object of at most " + longest + " bytes");
    }
  }

  /** Reads the text of a body, whatever it is. */
  static JsonBody of(String text) {
    return new JsonBody(text, LONGEST);
  }

  /** Reads the text of a body that may name many records, and so may be longer. */
  static JsonBody ofMany(String text) {
    return new JsonBody(text, LONGEST_OF_MANY);
  }

  boolean has(String field) {
    return body.has(field);
  }

  /** A flag that may be there; false where it is not. */
  boolean flag(String field) {
    known.add(field);
    Optional<JsonNode> value = Optional.ofNullable(body.get(field));
    value.filter(node -> !node.isBoolean()).ifPresent(node -> note(field, "must be true or false"));
    return value.map(JsonNode::booleanValue).orElse(false);
  }

  /** A list of at most so many ids that may be there; empty where it is not, or breaks a rule. */
  Set<ContactId> contacts(String field, int most) {
    known.add(field);
    JsonNode list = body.path(field);
    if (list.isMissingNode()) {
      return Set.of();
    }
    if (!list.isArray() || list.size() > most) {
      note(field, "must be a list of at most " + most + " ids");
      return Set.of();
    }
    return contacts(field, list);
  }

  /** A string that must be there; empty where it is not: see {@link #refusal}. */
  String requiredText(String field) {
    if (body.isObject() && !body.has(field)) {
      note(field, "is required");
    }
    return text(field).orElse("");
  }

  /** A string that may be there. */
  Optional<String> text(String field) {
    known.add(field);
    Optional<JsonNode> value = Optional.ofNullable(body.get(field));
    value.filter(node -> !node.isTextual()).ifPresent(node -> note(field, "must be a string"));
    return value.filter(JsonNode::isTextual).map(JsonNode::textValue);
  }

  /**
   * A list of ids that must be there; each counts once. Empty where it breaks a rule: see {@link
   * #refusal}.
   *
   * @param most how many items there may be, from 1
   */
  NavigableSet<ContactId> requiredContacts(String field, int most) {
    known.add(field);
    JsonNode list = body.path(field);
    if (body.isObject() && !body.has(field)) {
      note(field, "is required");
    } else if (body.isObject() && (!list.isArray() || list.isEmpty() || list.size() > most)) {
      note(field, "must be a list of 1 to " + most + " ids");
    } else {
      return contacts(field, list);
    }
    return new TreeSet<>();
  }

  private NavigableSet<ContactId> contacts(String field, JsonNode list) {
    NavigableSet<ContactId> ids = new TreeSet<>();
    for (int i = 0; i < list.size() && errors.size() < MOST_ERRORS; i++) {
      String place = field + "[" + i + "]";
      if (list.get(i).isTextual()) {
        contact(place, list.get(i).textValue()).ifPresent(ids::add);
      } else {
        note(place, "must be a string");
      }
    }
    return ids;
  }

  private Optional<ContactId> contact(String place, String value) {
    try {
      return Optional.of(new ContactId(value));
    } catch (IllegalArgumentException e) {
      note(place, "must match ^[A-Za-z0-9][A-Za-z0-9._~-]{0,127}$");
      return Optional.empty();
    }
  }

  /** To be asked when all fields were: the answer to a body that breaks a rule. */
  Optional<Answer> refusal() {
    List<FieldError> all = new ArrayList<>(errors);
    Iterator<String> fields = body.fieldNames();
    while (fields.hasNext() && all.size() < MOST_ERRORS) {
      String field = fields.next();
      if (!known.contains(field)) {
        all.add(new FieldError(shortened(field), "is not known"));
      }
    }
    return all.isEmpty()
        ? Optional.empty()
        : Optional.of(Answer.of(new Problem(400, "The body breaks the schema.", all)));
  }

  /** A field breaks a rule that only whoever reads it knows. */
  void note(String field, String rule) {
    errors.add(new FieldError(field, rule));
  }

  private static String shortened(String field) {
    return field.length() > 40 ? field.substring(0, 40) : field;
  }

  /** Measured before anything is parsed. */
  private static boolean fits(String text, int bytes) {
    return text.length() <= bytes && text.getBytes(StandardCharsets.UTF_8).length <= bytes;
  }

  private static JsonNode parsed(String text) {
    try {
      return Json.MAPPER.readTree(text);
    } catch (IOException e) {
      return MissingNode.getInstance();
    }
  }
}
