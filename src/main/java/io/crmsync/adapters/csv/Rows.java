package io.crmsync.adapters.csv;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.crmsync.adapters.csv.KeptCells.Cells;
import io.crmsync.sync.port.CrmBroken;
import io.crmsync.sync.port.SourceFiles;
import io.crmsync.sync.port.SourceFiles.SourceFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a file from its beginning, one by one, as far as their columns mean something. Rows
 * where nothing stands are passed over. One with more or fewer columns than the heading line is
 * {@link CrmBroken}: the file is cut off, or its quotes are wrong, and to guess would empty fields.
 */
final class Rows implements AutoCloseable {
  /** Of one cell. */
  static final int MOST_CHARACTERS = 1 << 20;

  private static final int BUFFER = 1 << 15;

  private final SourceFile file;
  private final Encoding encoding;
  private final BufferedReader reader;
  private final KeptCells handler = new KeptCells();
  private final Iterator<Cells> cells;
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

  private Rows(
      SourceFile file, Encoding encoding, BufferedReader reader, UnaryOperator<Set<String>> meaning)
      throws IOException {
    this.file = file;
    this.encoding = encoding;
    this.reader = reader;
    this.cells = parsed(Delimiter.of(reader));
    Cells first =
        read().orElseThrow(() -> FileFailure.of(file, "is empty: there is no line of headings"));
    this.headings = Headings.of(file, first, meaning);
    handler.leave(headings.left());
    this.ahead = read();
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
    BufferedReader reader = null;
    try {
      reader = new BufferedReader(encoding.reader(new WholeFile(files.open(file), file)), BUFFER);
      return new Rows(file, encoding, reader, meaning);
    } catch (IOException e) {
      close(reader);
      throw FileFailure.reading(file, encoding.charset(), e);
    } catch (RuntimeException e) {
      close(reader);
      throw e;
    }
  }

  private Iterator<Cells> parsed(char delimiter) {
    return CsvReader.builder()
        .fieldSeparator(delimiter)
        .allowUnclosedQuote(false)
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
        .maxBufferSize(MOST_CHARACTERS)
        .build(handler, reader)
        .iterator();
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
      throw FileFailure.at(
          file, row.line(), row.columns() + " columns, and the heading has " + headings.columns());
    }
    ahead = read();
    return new Row(row.line(), values(row));
  }

  private Map<String, String> values(Cells row) {
    Map<String, String> values = new HashMap<>();
    for (int i = 0; i < row.kept().size(); i++) {
      values.put(headings.names().get(i), row.kept().get(i));
    }
    return values;
  }

  private Optional<Cells> read() {
    try {
      while (cells.hasNext()) {
        Cells row = cells.next();
        if (!row.blank()) {
          return Optional.of(row);
        }
      }
      return Optional.empty();
    } catch (RuntimeException e) {
      throw FileFailure.reading(file, encoding.charset(), handler.line(), e);
    }
  }

  @Override
  public void close() {
    close(reader);
  }

  private static void close(@Nullable BufferedReader reader) {
    try {
      if (reader != null) {
        reader.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
