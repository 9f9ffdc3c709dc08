package io.crmsync.functions.settings;

import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The application settings as they were given. A setting that is absent has its default; one that
 * is there must be right: nothing falls back in silence.
 */
final class GivenSettings {
  private static final Pattern GUID =
      Pattern.compile("(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  private final Map<String, String> values;

  GivenSettings(Map<String, String> values) {
    this.values = values;
  }

  /** The value as it is, blank or not. */
  Optional<String> find(String name) {
    return Optional.ofNullable(values.get(name));
  }

  /** The value; blank is as good as absent, for settings whose default is "none". */
  Optional<String> filled(String name) {
    return find(name).filter(value -> !value.isBlank());
  }

  String required(String name, String allowed) {
    return filled(name).orElseThrow(() -> BadSetting.missing(name, allowed));
  }

  /** An id of Entra; blank is as good as absent. */
  Optional<String> guid(String name, String allowed) {
    Optional<String> value = filled(name);
    value
        .filter(text -> !GUID.matcher(text).matches())
        .ifPresent(
            text -> {
              throw BadSetting.holding(name, text, allowed);
            });
    return value;
  }

  /** A whole number within these bounds. */
  int number(String name, int byDefault, int least, int most) {
    String allowed = "a whole number from " + least + " to " + most;
    String text = find(name).orElse(Integer.toString(byDefault));
    if (!text.matches("[0-9]{1,9}")) {
      throw BadSetting.holding(name, text, allowed);
    }
    int number = Integer.parseInt(text);
    if (number < least || number > most) {
      throw BadSetting.holding(name, text, allowed);
    }
    return number;
  }

  /** What one of these words means. */
  <T> T word(String name, String byDefault, Map<String, T> words) {
    String text = find(name).orElse(byDefault);
    return Optional.ofNullable(words.get(text))
        .orElseThrow(
            () ->
                BadSetting.holding(name, text, String.join(" or ", new TreeSet<>(words.keySet()))));
  }
}
