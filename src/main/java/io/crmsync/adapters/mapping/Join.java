package io.crmsync.adapters.mapping;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Several in one text, with something between them; blank ones are left out. */
record Join(List<Operator> of, String by) implements Operator {
  @Override
  public List<String> values(SourceValues record) {
    return Values.filled(
        of.stream()
            .flatMap(one -> one.values(record).stream().limit(1))
            .collect(Collectors.joining(by)));
  }

  @Override
  public Stream<Leaf> leaves() {
    return of.stream().flatMap(Operator::leaves);
  }
}
