package io.crmsync.adapters.mapping;

import java.util.List;
import java.util.stream.Stream;

/** The first that is not blank. */
record First(List<Operator> of) implements Operator {
  @Override
  public List<String> values(SourceValues record) {
    for (Operator one : of) {
      List<String> values = one.values(record);
      if (!values.isEmpty()) {
        return values;
      }
    }
    return List.of();
  }

  @Override
  public Stream<Leaf> leaves() {
    return of.stream().flatMap(Operator::leaves);
  }
}
