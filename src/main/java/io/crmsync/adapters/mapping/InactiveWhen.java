package io.crmsync.adapters.mapping;

import java.util.Set;
import java.util.stream.Stream;

/**
 * Which records are inactive contacts: those with one of some values.
 *
 * @param is the keys of these values; the empty one: no value
 */
record InactiveWhen(Operator of, Set<String> is) {
  boolean holds(SourceValues record) {
    var values = of.values(record);
    return values.isEmpty()
        ? is.contains("")
        : values.stream().anyMatch(value -> is.contains(Values.key(value)));
  }

  Stream<Operator.Leaf> leaves() {
    return of.leaves();
  }
}
