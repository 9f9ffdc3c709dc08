package io.crmsync.adapters.mapping;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Values for values.
 *
 * @param values what each becomes, by its key; the empty key is that of no value
 * @param otherwise what all others become; empty: they stay as they are
 */
record Translate(Operator of, Map<String, String> values, Optional<String> otherwise)
    implements Operator {
  @Override
  public List<String> values(SourceValues record) {
    List<String> all = of.values(record);
    Stream<String> each = all.isEmpty() ? Stream.of("") : all.stream();
    return Values.filled(
        each.map(one -> values.getOrDefault(Values.key(one), otherwise.orElse(one))));
  }

  @Override
  public Stream<Leaf> leaves() {
    return of.leaves();
  }
}
