package io.crmsync.adapters.csv;

import io.crmsync.adapters.csv.KeptCells.Cells;
import io.crmsync.sync.port.CrmBroken;
import io.crmsync.sync.port.SourceFiles.SourceFile;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * The line of headings.
 *
 * @param columns how many there are
 * @param names those that mean something, in their order
 * @param left the columns of the others, from 0
 */
record Headings(int columns, List<String> names, BitSet left) {
  /**
   * Reads them.
   *
   * @param meaning takes all, gives those that mean something
   * @throws CrmBroken none means something, or one that does is there twice
   */
  static Headings of(SourceFile file, Cells line, UnaryOperator<Set<String>> meaning) {
    List<String> all = line.kept().stream().map(String::strip).toList();
    Set<String> known = known(file, new LinkedHashSet<>(all), meaning);
    List<String> names = all.stream().filter(known::contains).toList();
    names.stream()
        .filter(name -> names.indexOf(name) != names.lastIndexOf(name))
        .findFirst()
        .ifPresent(
            name -> {
              throw FileFailure.at(file, line.line(), "a heading twice: " + name);
            });
    BitSet left = new BitSet();
    IntStream.range(0, all.size())
        .filter(column -> !known.contains(all.get(column)))
        .forEach(left::set);
    return new Headings(all.size(), names, left);
  }

  private static Set<String> known(
      SourceFile file, Set<String> all, UnaryOperator<Set<String>> meaning) {
    Set<String> known;
    try {
      known = meaning.apply(all);
    } catch (CrmBroken e) {
      throw FileFailure.of(file, e.what());
    }
    if (known.isEmpty()) {
      throw FileFailure.of(file, "its first line has no heading that is known");
    }
    return known;
  }
}
