package io.crmsync.adapters.mapping;

import java.util.List;
import java.util.stream.Stream;

/**
 * What stands under a name.
 *
 * @param beside if any: only in a record that has one of these names, too
 * @param notBeside only in a record that has none of these
 */
record From(SourceName name, List<SourceName> beside, List<SourceName> notBeside)
    implements Operator.Leaf {
  @Override
  public List<String> values(SourceValues record) {
    boolean here = beside.isEmpty() || beside.stream().anyMatch(record::has);
    return here && notBeside.stream().noneMatch(record::has) ? record.texts(name) : List.of();
  }

  @Override
  public boolean reads(String key) {
    return key.equals(name.key());
  }

  @Override
  public boolean looksAt(String key) {
    return reads(key)
        || Stream.of(beside, notBeside)
            .flatMap(List::stream)
            .anyMatch(other -> key.equals(other.key()));
  }

  @Override
  public Stream<String> missing(JsonRecord record) {
    return record.hasTexts(name) ? Stream.of() : Stream.of(name.written());
  }
}
