package io.crmsync.simulators.graph;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Decodes and encodes the parts of addresses: a plus is a blank in a query, itself in a path. */
final class UrlText {
  private UrlText() {}

  static List<String> segments(String rawPath) {
    return Arrays.stream(rawPath.split("/", -1))
        .filter(segment -> !segment.isEmpty())
        .map(segment -> decode(segment.replace("+", "%2B")))
        .toList();
  }

  static Map<String, String> query(String rawQuery) {
    Map<String, String> options = new LinkedHashMap<>();
    for (String pair : rawQuery.split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        options.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
      }
    }
    return options;
  }

  static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static String decode(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }
}
