package io.crmsync.simulators.graph;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The OData options of a request, checked.
 *
 * @param top page size, 1 to 1000; 10 unless said otherwise
 * @param skip how many entries come before the page
 * @param select the properties to show; empty shows all
 * @param expand the extended properties to show
 * @param filter as written; empty text for none
 * @param newestFirst whether createdDateTime is to go down
 */
record QueryOptions(
    int top,
    int skip,
    Set<String> select,
    Set<ExtendedPropertyId> expand,
    String filter,
    boolean newestFirst) {
  private static final Set<String> KNOWN =
      Set.of("$top", "$skip", "$select", "$expand", "$filter", "$orderby", "$count");

  QueryOptions {
    select = Set.copyOf(select);
    expand = Set.copyOf(expand);
  }

  static QueryOptions of(Call call) {
    Map<String, String> query = call.query();
    query.keySet().stream()
        .filter(name -> !KNOWN.contains(name))
        .findAny()
        .ifPresent(name -> refuse("The query option '%s' is not supported.".formatted(name)));
    return new QueryOptions(
        number(query, "$top", 10, 1, 1000),
        number(query, "$skip", 0, 0, Integer.MAX_VALUE),
        Optional.ofNullable(query.get("$select")).map(QueryOptions::names).orElse(Set.of()),
        Optional.ofNullable(query.get("$expand")).map(ExpandParser::ids).orElse(Set.of()),
        query.getOrDefault("$filter", ""),
        newestFirst(query.getOrDefault("$orderby", "createdDateTime")));
  }

  private static Set<String> names(String list) {
    return Arrays.stream(list.split(",", -1)).map(String::trim).collect(Collectors.toSet());
  }

  private static int number(
      Map<String, String> query, String name, int usual, int least, int most) {
    try {
      int number = Integer.parseInt(query.getOrDefault(name, String.valueOf(usual)));
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // refused below, like a number out of range
    }
    throw refusal("The value of the query option '%s' is invalid.".formatted(name));
  }

  private static boolean newestFirst(String order) {
    return switch (order) {
      case "createdDateTime", "createdDateTime asc" -> false;
      case "createdDateTime desc" -> true;
      default -> throw refusal("The order '%s' is not supported.".formatted(order));
    };
  }

  private static void refuse(String message) {
    throw refusal(message);
  }

  private static GraphError refusal(String message) {
    return GraphError.invalidRequest("ErrorInvalidUrlQuery", message);
  }
}
