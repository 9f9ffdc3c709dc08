package io.crmsync.adapters.csv;

import io.crmsync.adapters.csv.KeptCells.Cells;
import io.crmsync.sync.port.CrmBroken;
import io.crmsync.sync.port.SourceFiles;
import io.crmsync.sync.port.SourceFiles.SourceFile;
import java.util.HashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * The rows of a file from its beginning, one by one, as far as their columns mean something. Rows
 * where nothing stands are passed over. One with more or fewer columns than the heading line is
 * {@link CrmBroken}: the file is cut off, or its quotes are wrong, and to guess would empty fields.
 *
 * <p>What a report writes beneath its rows is no row: after an empty line, lines of one cell up to
 * the end, and more than one, as the last could be a row that is cut off.
 */
final class Rows implements AutoCloseable {
  private final SourceFile file;
  private final CellParser parser;
  private final Headings headings;
  private Optional<Cells> ahead;

  /**
   * One row.
   *
   * @param line where it begins, from 1
   * @param values by heading, those alone that mean something
   */
  record Row(long line, Map<String, String> values) {
    /** The place alone: the rest is personal (R20). */
    @Override
    public String toString() {
      return "line " + line;
    }
  }

  private Rows(SourceFile file, CellParser parser, Headings headings) {
    this.file = file;
    this.parser = parser;
    this.headings = headings;
    this.ahead = Optional.empty();
    advance();
  }

  /**
   * Opens a file.
   *
   * @param meaning takes all headings, gives those that mean something; it may throw {@link
   *     CrmBroken}, and the file's name is put before that
   * @throws CrmBroken it has no headings, none that means something, or one of those twice
   */
  static Rows open(
      SourceFiles files, SourceFile file, Encoding encoding, UnaryOperator<Set<String>> meaning) {
    CellParser parser = new CellParser(files, file, encoding);
    try {
      Cells first =
          parser
              .next()
              .orElseThrow(() -> FileFailure.of(file, "is empty: there is no line of headings"));
      Headings headings = Headings.of(file, first, meaning);
      parser.leave(headings.left());
      return new Rows(file, parser, headings);
    } catch (RuntimeException e) {
      parser.close();
      throw e;
    }
  }

  /** What the columns that mean something are called. */
  Set<String> names() {
    return Set.copyOf(headings.names());
  }

  /** Whether there is another row; no, where the file has ended, and is whole. */
  boolean hasNext() {
    return ahead.isPresent();
  }

  /** The next row. */
  Row next() {
    Cells row = ahead.orElseThrow(NoSuchElementException::new);
    if (row.columns() != headings.columns()) {
      throw otherColumns(row);
    }
    advance();
    return new Row(row.line(), values(row));
  }

  private Map<String, String> values(Cells row) {
    Map<String, String> values = new HashMap<>();
    for (int i = 0; i < row.kept().size(); i++) {
      values.put(headings.names().get(i), row.kept().get(i));
    }
    return values;
  }

  private void advance() {
    ahead = parser.next();
    Optional<Cells> beneath = ahead.filter(this::mayBeBeneath);
    if (beneath.isPresent()) {
      passOver(beneath.get());
      ahead = Optional.empty();
    }
  }

  private boolean mayBeBeneath(Cells row) {
    return row.columns() == 1 && headings.columns() > 1 && row.afterEmptyLine();
  }

  private void passOver(Cells first) {
    int lines = 0;
    for (Optional<Cells> row = parser.next(); row.isPresent(); row = parser.next()) {
      if (row.get().columns() != 1) {
        throw otherColumns(first);
      }
      lines++;
    }
    if (lines == 0) {
      throw otherColumns(first);
    }
  }

  private CrmBroken otherColumns(Cells row) {
    return FileFailure.at(
        file, row.line(), row.columns() + " columns, and the heading has " + headings.columns());
  }

  @Override
  public void close() {
    parser.close();
  }
}
