package io.crmsync.adapters.mapping;

import java.util.List;
import java.util.stream.Stream;

/** The first that is not blank. */
record First(List<Operator> of) implements Operator {
  @Override
  public List<String> values(SourceValues record) {
    return of.stream()
        .map(one -> one.values(record))
        .filter(values -> !values.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  @Override
  public Stream<Leaf> leaves() {
    return of.stream().flatMap(Operator::leaves);
  }
}
