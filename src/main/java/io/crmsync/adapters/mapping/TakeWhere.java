package io.crmsync.adapters.mapping;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One part of those objects of a list whose other parts are as they should be.
 *
 * @param name of the list
 * @param where per part the keys of the values that it may have; the empty one: no value
 */
record TakeWhere(SourceName name, Map<SourceName, Set<String>> where, SourceName take)
    implements Operator.Leaf {
  @Override
  public List<String> values(SourceValues record) {
    return record.objects(name, parts()).stream()
        .filter(this::isWanted)
        .flatMap(object -> object.texts(take).stream())
        .toList();
  }

  private boolean isWanted(SourceValues object) {
    return where.entrySet().stream()
        .allMatch(
            part -> {
              String value = object.texts(part.getKey()).stream().findFirst().orElse("");
              return object.has(part.getKey()) && part.getValue().contains(Values.key(value));
            });
  }

  private Set<SourceName> parts() {
    return Stream.concat(where.keySet().stream(), Stream.of(take)).collect(Collectors.toSet());
  }

  @Override
  public boolean reads(String key) {
    return FlatRow.isPart(key, name, take);
  }

  @Override
  public boolean looksAt(String key) {
    return parts().stream().anyMatch(part -> FlatRow.isPart(key, name, part));
  }

  @Override
  public Stream<String> missing(JsonRecord record) {
    if (!record.hasObjects(name)) {
      return Stream.of(name.written());
    }
    return parts().stream()
        .filter(part -> record.elements(name).anyMatch(element -> !element.hasTexts(part)))
        .map(part -> name.written() + "." + part.written());
  }
}
