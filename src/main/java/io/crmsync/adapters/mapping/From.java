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
    List<String> texts = record.texts(name);
    return texts.isEmpty() || isMeant(record) ? texts : List.of();
  }

  private boolean isMeant(SourceValues record) {
    return (beside.isEmpty() || beside.stream().anyMatch(record::has))
        && notBeside.stream().noneMatch(record::has);
  }

  @Override
  public boolean reads(Heading heading) {
    return heading.key().equals(name.key());
  }

  @Override
  public boolean looksAt(Heading heading) {
    return names().anyMatch(any -> heading.key().equals(any.key()));
  }

  @Override
  public Stream<SourceName> names() {
    return Stream.of(List.of(name), beside, notBeside).flatMap(List::stream);
  }

  @Override
  public Stream<String> missing(JsonRecord record) {
    return record.hasTexts(name) ? Stream.of() : Stream.of(name.written());
  }
}
