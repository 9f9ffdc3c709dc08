package io.crmsync.adapters.mapping;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    Collection<? extends SourceValues> objects = record.objects(name);
    return objects.isEmpty()
        ? List.of()
        : objects.stream()
            .filter(this::isWanted)
            .flatMap(object -> object.texts(take).stream())
            .toList();
  }

  private boolean isWanted(SourceValues object) {
    return where.entrySet().stream()
        .allMatch(part -> object.has(part.getKey()) && meets(object, part));
  }

  private static boolean meets(SourceValues object, Map.Entry<SourceName, Set<String>> part) {
    List<String> values = object.texts(part.getKey());
    return part.getValue().contains(values.isEmpty() ? "" : Values.key(values.get(0)));
  }

  private Stream<SourceName> parts() {
    return Stream.concat(where.keySet().stream(), Stream.of(take)).distinct();
  }

  @Override
  public Stream<SourceName> names() {
    return Stream.of(name);
  }

  @Override
  public boolean reads(Heading heading) {
    return heading.isPart(name, take);
  }

  @Override
  public boolean looksAt(Heading heading) {
    return parts().anyMatch(part -> heading.isPart(name, part));
  }

  @Override
  public Stream<String> missing(JsonRecord record) {
    if (!record.hasObjects(name)) {
      return Stream.of(name.written());
    }
    return parts()
        .filter(part -> record.elements(name).anyMatch(element -> !element.hasTexts(part)))
        .map(part -> name.written() + "." + part.written());
  }
}
