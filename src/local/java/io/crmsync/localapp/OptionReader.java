package io.crmsync.localapp;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;

/** Reads {@code -D} options and refuses what makes no sense, by name. */
final class OptionReader {
  private final Properties properties;

  OptionReader(Properties properties) {
    this.properties = properties;
  }

  Optional<String> text(String name) {
    return Optional.ofNullable(properties.getProperty(name))
        .map(String::strip)
        .filter(value -> !value.isEmpty());
  }

  /** {@code -Dname} and {@code -Dname=true} are yes. */
  boolean flag(String name) {
    return switch (properties.getProperty(name, "false").strip()) {
      case "", "true" -> true;
      case "false" -> false;
      default -> throw wrong(name, "true or false");
    };
  }

  int number(String name, int byDefault, int least, int most) {
    try {
      int number = text(name).map(Integer::parseInt).orElse(byDefault);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // said below, as for any other wrong value
    }
    throw wrong(name, "a whole number from " + least + " to " + most);
  }

  /** 0, where it is not given, to 100. */
  double percent(String name) {
    try {
      double number = text(name).map(Double::parseDouble).orElse(0.0);
      if (number >= 0 && number <= 100) {
        return number;
      }
    } catch (NumberFormatException e) {
      // said below, as for any other wrong value
    }
    throw wrong(name, "a percentage, 0 to 100");
  }

  <E extends Enum<E>> E word(String name, E byDefault, Class<E> words) {
    return text(name)
        .map(
            value ->
                Arrays.stream(words.getEnumConstants())
                    .filter(word -> word.name().equalsIgnoreCase(value))
                    .findFirst()
                    .orElseThrow(() -> wrong(name, choices(words))))
        .orElse(byDefault);
  }

  /** {@code NAME=VALUE,NAME=VALUE}. */
  Map<String, String> pairs(String name) {
    Map<String, String> pairs = new TreeMap<>();
    for (String pair : text(name).map(value -> value.split(",")).orElse(new String[0])) {
      int equals = pair.indexOf('=');
      if (equals < 1) {
        throw wrong(name, "NAME=VALUE, several with commas between");
      }
      pairs.put(pair.substring(0, equals).strip(), pair.substring(equals + 1));
    }
    return pairs;
  }

  private static String choices(Class<? extends Enum<?>> words) {
    return String.join(
        " or ",
        Arrays.stream(words.getEnumConstants())
            .map(word -> word.name().toLowerCase(Locale.ROOT))
            .toList());
  }

  private IllegalArgumentException wrong(String name, String allowed) {
    return new IllegalArgumentException(
        "-D" + name + "=" + properties.getProperty(name) + ": it must be " + allowed + ".");
  }
}
