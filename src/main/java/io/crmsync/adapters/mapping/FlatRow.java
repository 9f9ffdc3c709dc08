package io.crmsync.adapters.mapping;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A line of a table with headings. Headings that are numbered are a list of objects, as Google
 * Contacts writes them: <i>Phone 1 - Label</i>, <i>Phone 1 - Value</i>, <i>Phone 2 - Label</i> …
 */
final class FlatRow implements SourceValues {
  private final Map<String, String> byKey = new HashMap<>();

  FlatRow(Map<String, String> row, NameForm names) {
    row.forEach((heading, value) -> byKey.put(names.key(heading), value));
  }

  @Override
  public List<String> texts(SourceName name) {
    return at(name.key());
  }

  private List<String> at(String key) {
    return Values.filled(Optional.ofNullable(byKey.get(key)).stream());
  }

  @Override
  public List<SourceValues> objects(SourceName list, Set<SourceName> parts) {
    List<SourceValues> objects = new ArrayList<>();
    Numbered next = new Numbered(Numbered.prefix(list, 1));
    while (parts.stream().anyMatch(next::has)) {
      objects.add(next);
      next = new Numbered(Numbered.prefix(list, objects.size() + 1));
    }
    return objects;
  }

  @Override
  public boolean has(SourceName name) {
    return byKey.containsKey(name.key());
  }

  /** Whether a heading belongs to such a list, and names this part of an object. */
  static boolean isPart(String key, SourceName list, SourceName part) {
    String number = Numbered.between(key, list.key() + " ", " - " + part.key());
    return !number.isEmpty() && number.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  /** The headings with one number. */
  private final class Numbered implements SourceValues {
    private final String prefix;

    Numbered(String prefix) {
      this.prefix = prefix;
    }

    static String prefix(SourceName list, int number) {
      return list.key() + " " + number + " - ";
    }

    static String between(String key, String start, String end) {
      return key.length() > start.length() + end.length()
              && key.startsWith(start)
              && key.endsWith(end)
          ? key.substring(start.length(), key.length() - end.length())
          : "";
    }

    @Override
    public List<String> texts(SourceName name) {
      return at(prefix + name.key());
    }

    @Override
    public List<SourceValues> objects(SourceName list, Set<SourceName> parts) {
      return List.of();
    }

    @Override
    public boolean has(SourceName name) {
      return byKey.containsKey(prefix + name.key());
    }
  }
}
