package io.crmsync.localapp.host;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A route such as users/{userId}/contacts. {name} stands for one segment, {*name} at the end for
 * the rest. Fixed segments match in any case.
 *
 * @param segments between the slashes
 */
record Route(List<String> segments) implements Comparable<Route> {

  Route {
    segments = List.copyOf(segments);
  }

  /**
   * Reads {@code template}.
   *
   * @throws InvalidFunction if it holds what is not understood here, such as {id:int}
   */
  static Route of(String function, String template) {
    List<String> segments = List.of(template.split("/"));
    for (String segment : segments) {
      if (!segment.matches("[\\w.~-]+|\\{\\*?\\w+}")) {
        throw new InvalidFunction(function + ": route segment '" + segment + "' is not understood");
      }
    }
    return new Route(segments);
  }

  /**
   * The parameters by name, if {@code path} matches.
   *
   * @param path decoded segments behind the app's prefix
   */
  Optional<Map<String, String>> match(List<String> path) {
    Map<String, String> parameters = new HashMap<>();
    for (int i = 0; i < segments.size(); i++) {
      String segment = segments.get(i);
      if (segment.startsWith("{*")) {
        parameters.put(name(segment, 2), String.join("/", rest(path, i)));
        return Optional.of(parameters);
      }
      if (i >= path.size() || !take(segment, path.get(i), parameters)) {
        return Optional.empty();
      }
    }
    return path.size() == segments.size() ? Optional.of(parameters) : Optional.empty();
  }

  /** Fixed segments go before parameters, parameters before the rest: first match is the best. */
  @Override
  public int compareTo(Route other) {
    return rank().compareTo(other.rank());
  }

  private static boolean take(String segment, String actual, Map<String, String> parameters) {
    if (!segment.startsWith("{")) {
      return segment.equalsIgnoreCase(actual);
    }
    parameters.put(name(segment, 1), actual);
    return !actual.isEmpty();
  }

  private static List<String> rest(List<String> path, int from) {
    return from < path.size() ? new ArrayList<>(path.subList(from, path.size())) : List.of();
  }

  private static String name(String segment, int start) {
    return segment.substring(start, segment.length() - 1);
  }

  private String rank() {
    StringBuilder rank = new StringBuilder();
    for (String segment : segments) {
      rank.append(segment.startsWith("{*") ? '2' : segment.startsWith("{") ? '1' : '0');
    }
    return rank.toString();
  }
}
