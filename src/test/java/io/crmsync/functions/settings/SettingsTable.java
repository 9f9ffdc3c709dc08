package io.crmsync.functions.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The table of docs/settings.md.
 *
 * @param defaults the default by name; where a row has one default for its names, each has it
 */
record SettingsTable(Map<String, String> defaults) {
  private static final Pattern NAME = Pattern.compile("`((?:[A-Z]\\w*|__)\\w*)`");
  private static final Pattern CODE = Pattern.compile("`([^`]+)`");
  private static final String STORAGE = "AzureWebJobsStorage";

  /** As it is in the working directory, which is the project's. */
  static SettingsTable read() {
    Map<String, String> defaults = new LinkedHashMap<>();
    try {
      for (String line : Files.readAllLines(Path.of("docs", "settings.md"))) {
        if (line.startsWith("| `")) {
          row(line.split("\\|", -1), defaults);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new SettingsTable(defaults);
  }

  Set<String> names() {
    return new TreeSet<>(defaults.keySet());
  }

  /** Its default as the table has it: the text in code, or the word. */
  String defaultOf(String name) {
    return defaults.getOrDefault(name, "");
  }

  /** The first column names settings; {@code __name} continues the name before it. */
  private static void row(String[] columns, Map<String, String> defaults) {
    List<String> names = all(NAME, columns[1]);
    List<String> values = all(CODE, columns[2]);
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      String value = values.isEmpty() ? columns[2].strip() : values.get(i % values.size());
      defaults.put(name.startsWith("__") ? STORAGE + name : name, value);
    }
  }

  private static List<String> all(Pattern pattern, String text) {
    return pattern.matcher(text).results().map((MatchResult found) -> found.group(1)).toList();
  }
}
