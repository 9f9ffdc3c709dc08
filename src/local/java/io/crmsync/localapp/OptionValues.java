package io.crmsync.localapp;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Reads what options hold, and refuses what makes no sense, by the option's name. */
final class OptionValues {
  private final DashD dashD;

  OptionValues(DashD dashD) {
    this.dashD = dashD;
  }

  int wholeNumber(String option, String value, int least, int most) {
    try {
      int number = Integer.parseInt(value.strip());
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // said below, as for any other wrong value
    }
    throw wrong(option, value, "it must be a whole number from " + least + " to " + most + ".");
  }

  /** 0 to 100. */
  double percent(String option, String value) {
    try {
      double number = Double.parseDouble(value.strip());
      if (number >= 0 && number <= 100) {
        return number;
      }
    } catch (NumberFormatException e) {
      // said below, as for any other wrong value
    }
    throw wrong(option, value, "it must be a percentage, 0 to 100.");
  }

  /** One of an enum's words, in whatever case. */
  <E extends Enum<E>> E word(String option, String value, Class<E> words) {
    return Arrays.stream(words.getEnumConstants())
        .filter(word -> word.name().equalsIgnoreCase(value.strip()))
        .findFirst()
        .orElseThrow(() -> wrong(option, value, "it must be " + choices(words) + "."));
  }

  /** {@code NAME=VALUE} each. */
  Map<String, String> pairs(String option, List<String> values) {
    Map<String, String> pairs = new TreeMap<>();
    for (String pair : values) {
      int equals = pair.indexOf('=');
      if (equals < 1) {
        String all = String.join(",", values);
        throw wrong(option, all, "it must be NAME=VALUE, several with commas between.");
      }
      pairs.put(pair.substring(0, equals).strip(), pair.substring(equals + 1));
    }
    return pairs;
  }

  /** What is said of a wrong value; names the option as it was given. */
  IllegalArgumentException wrong(String option, Object value, String why) {
    return new IllegalArgumentException(spelled(option, value) + ": " + why);
  }

  /** An option with its value, as it was given. */
  String spelled(String option, Object value) {
    return dashD.spelled(option, value.toString()) + "=" + value;
  }

  private static String choices(Class<? extends Enum<?>> words) {
    return String.join(
        " or ",
        Arrays.stream(words.getEnumConstants())
            .map(word -> word.name().toLowerCase(Locale.ROOT))
            .toList());
  }
}
