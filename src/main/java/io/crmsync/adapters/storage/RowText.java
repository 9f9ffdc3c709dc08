package io.crmsync.adapters.storage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** How values look as text in a row. */
final class RowText {
  /** UTC, of one width, so that the server can compare them as text. */
  private static final DateTimeFormatter INSTANT =
      new DateTimeFormatterBuilder().appendInstant(9).toFormatter();

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final TypeReference<SortedMap<String, String>> MAP = new TypeReference<>() {};

  /** Half a character, which cannot be sent as UTF-8. */
  private static final Pattern LONE_SURROGATE = Pattern.compile("\\p{Cs}");

  private RowText() {}

  static String of(Instant instant) {
    return INSTANT.format(instant);
  }

  static String of(Map<String, String> map) {
    try {
      String json = JSON.writeValueAsString(new TreeMap<>(map));
      return LONE_SURROGATE.matcher(json).replaceAll(half -> escaped(half.group().charAt(0)));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a map of strings is always JSON", e);
    }
  }

  private static String escaped(char half) {
    return String.format("\\\\u%04x", (int) half);
  }

  static Map<String, String> map(String json) {
    try {
      return JSON.readValue(json, MAP);
    } catch (JsonProcessingException e) {
      e.clearLocation();
      throw new IllegalStateException("stored JSON is damaged");
    }
  }
}
