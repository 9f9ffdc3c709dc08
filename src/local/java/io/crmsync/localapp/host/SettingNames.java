package io.crmsync.localapp.host;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts application settings in the place of %NAME%.
 *
 * @param settings name to value
 */
record SettingNames(Map<String, String> settings) {

  private static final Pattern NAME = Pattern.compile("%([^%]+)%");

  /**
   * {@code text} with every name replaced.
   *
   * @param function whose annotation it is, for the message
   * @throws InvalidFunction if a setting is missing
   */
  String resolve(String function, String text) {
    return NAME.matcher(text)
        .replaceAll(name -> Matcher.quoteReplacement(value(function, name.group(1))));
  }

  private String value(String function, String name) {
    String value = settings.get(name);
    if (value == null || value.isEmpty()) {
      throw new InvalidFunction(function + " needs the setting " + name + ", which is missing.");
    }
    return value;
  }
}
