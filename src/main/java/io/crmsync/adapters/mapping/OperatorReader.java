package io.crmsync.adapters.mapping;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads operators, strictly. */
final class OperatorReader {
  private static final List<String> OPERATORS = List.of("first", "from", "join", "map", "split");
  private static final String BY = "by";
  private static final String ELSE = "else";
  private static final String WHERE = "where";

  private final NameForm names;

  OperatorReader(NameForm names) {
    this.names = names;
  }

  /** A name, or an object with one operator. */
  Operator read(Place place) {
    if (place.node().isTextual()) {
      return new From(name(place), List.of(), List.of());
    }
    if (!place.node().isObject()) {
      throw place.wrong("neither a name nor an operator");
    }
    return switch (operator(place)) {
      case "first" -> first(place.object("first", Set.of("first")));
      case "join" -> join(place.object("join", Set.of("join", BY)));
      case "map" -> translate(place.object("map", Set.of("map", "values", ELSE)));
      case "split" -> split(place.object("split", Set.of("split", BY)));
      default -> from(place);
    };
  }

  private static String operator(Place place) {
    List<String> used = OPERATORS.stream().filter(place.node()::has).toList();
    if (used.size() == 1) {
      return used.get(0);
    }
    throw place.wrong(
        used.isEmpty()
            ? "no operator, one of " + String.join(", ", OPERATORS)
            : "more than one operator: "
                + String.join(", ", used)
                + "; an override takes the other away with null");
  }

  private SourceName name(Place place) {
    return names.name(place.filledText());
  }

  private Operator first(Place place) {
    return new First(all(place.need("first")));
  }

  private List<Operator> all(Place list) {
    return list.elements().stream().map(this::read).toList();
  }

  private Operator join(Place place) {
    return new Join(all(place.need("join")), place.child(BY).map(Place::text).orElse(" "));
  }

  private Operator split(Place place) {
    Operator of = read(place.need("split"));
    return place.child(BY).map(by -> Split.by(of, separator(by))).orElseGet(() -> Split.lines(of));
  }

  /** Of blanks, too, but of something. */
  private static String separator(Place by) {
    if (by.text().isEmpty()) {
      throw by.wrong("empty");
    }
    return by.text();
  }

  private Operator translate(Place place) {
    Operator of = read(place.need("map"));
    Map<String, String> values = new HashMap<>();
    place
        .need("values")
        .anyObject()
        .entries()
        .forEach(
            entry -> {
              if (values.put(Values.key(entry.key()), entry.place().text()) != null) {
                throw entry.place().wrong("the same value as one before, but for case or blanks");
              }
            });
    Optional<String> otherwise = place.child(ELSE).map(Place::text);
    return new Translate(of, Map.copyOf(values), otherwise);
  }

  private Operator from(Place place) {
    boolean ofList = place.node().has(WHERE) || place.node().has("take");
    return ofList
        ? takeWhere(place.object("from with where", Set.of("from", WHERE, "take")))
        : plain(place.object("from", Set.of("from", "beside", "notBeside")));
  }

  private Operator plain(Place place) {
    return new From(name(place.need("from")), names(place, "beside"), names(place, "notBeside"));
  }

  private List<SourceName> names(Place place, String key) {
    return place
        .child(key)
        .map(list -> list.elements().stream().map(this::name).toList())
        .orElse(List.of());
  }

  private Operator takeWhere(Place place) {
    Place conditions = place.need(WHERE).anyObject();
    if (conditions.node().isEmpty()) {
      throw conditions.wrong("empty");
    }
    Map<SourceName, Set<String>> where = new LinkedHashMap<>();
    conditions.entries().forEach(entry -> where.put(names.name(entry.key()), keys(entry.place())));
    return new TakeWhere(name(place.need("from")), where, name(place.need("take")));
  }

  /** Of one value or of a list of values, what they are compared by. */
  static Set<String> keys(Place place) {
    List<Place> values = place.node().isArray() ? place.elements() : List.of(place);
    return values.stream()
        .map(value -> value.node().isBoolean() ? value.node().asText() : value.text())
        .map(Values::key)
        .collect(Collectors.toUnmodifiableSet());
  }
}
