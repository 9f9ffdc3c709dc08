package io.crmsync.simulators.crm;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLDecoder;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The query of a request.
 *
 * @param values its parameters, decoded; of a repeated one, the last
 */
record Query(Map<String, String> values) {
  Query {
    values = Map.copyOf(values);
  }

  static Query of(URI uri) {
    Map<String, String> values = new HashMap<>();
    for (String part : Optional.ofNullable(uri.getRawQuery()).orElse("").split("&", -1)) {
      int equals = part.indexOf('=');
      if (equals > 0) {
        values.put(decoded(part.substring(0, equals)), decoded(part.substring(equals + 1)));
      }
    }
    return new Query(values);
  }

  Optional<String> get(String name) {
    return Optional.ofNullable(values.get(name));
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, UTF_8);
  }
}
