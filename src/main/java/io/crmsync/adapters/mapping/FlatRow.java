package io.crmsync.adapters.mapping;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A line of a table with headings. Headings that are numbered are a list of objects, as Google
 * Contacts writes them: <i>Phone 1 - Label</i>, <i>Phone 1 - Value</i>, <i>Phone 2 - Label</i> …
 */
final class FlatRow implements SourceValues {
  private final Map<String, String> byKey = new HashMap<>();
  private final Map<String, SortedMap<Integer, FlatRow>> lists = new HashMap<>();

  private FlatRow() {}

  static FlatRow of(Map<String, String> row, Headings headings) {
    FlatRow flat = new FlatRow();
    row.forEach((name, value) -> flat.put(headings.of(name), value));
    return flat;
  }

  private void put(Heading heading, String value) {
    byKey.put(heading.key(), value);
    heading
        .numbered()
        .ifPresent(
            place ->
                lists
                    .computeIfAbsent(place.list(), list -> new TreeMap<>())
                    .computeIfAbsent(place.number(), number -> new FlatRow())
                    .byKey
                    .put(place.part(), value));
  }

  @Override
  public List<String> texts(SourceName name) {
    String value = byKey.get(name.key());
    return value == null ? List.of() : Values.filled(value);
  }

  @Override
  public Collection<? extends SourceValues> objects(SourceName list) {
    SortedMap<Integer, FlatRow> objects = lists.get(list.key());
    return objects == null ? List.of() : objects.values();
  }

  @Override
  public boolean has(SourceName name) {
    return byKey.containsKey(name.key());
  }
}
