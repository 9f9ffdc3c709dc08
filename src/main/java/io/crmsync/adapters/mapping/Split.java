package io.crmsync.adapters.mapping;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One text cut into several; blank ones are left out. */
record Split(Operator of, Pattern by) implements Operator {
  private static final Pattern LINE_BREAK = Pattern.compile("\\R");

  /** Into its lines. */
  static Split lines(Operator of) {
    return new Split(of, LINE_BREAK);
  }

  /** At each separator. */
  static Split by(Operator of, String separator) {
    return new Split(of, Pattern.compile(separator, Pattern.LITERAL));
  }

  @Override
  public List<String> values(SourceValues record) {
    List<String> whole = of.values(record);
    return whole.isEmpty() ? whole : Values.filled(whole.stream().flatMap(by::splitAsStream));
  }

  @Override
  public Stream<Leaf> leaves() {
    return of.leaves();
  }
}
