package io.crmsync.adapters.csv;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.crmsync.adapters.csv.KeptCells.Cells;
import io.crmsync.sync.port.SourceFiles;
import io.crmsync.sync.port.SourceFiles.SourceFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.BitSet;
import java.util.Iterator;
import java.util.Optional;

/** The records of a file in which something is written, however many cells they have. */
final class CellParser implements AutoCloseable {
  /** Of one cell. */
  static final int MOST_CHARACTERS = 1 << 20;

  private static final int BUFFER = 1 << 15;

  private final SourceFile file;
  private final Encoding encoding;
  private final InputStream in;
  private final KeptCells handler = new KeptCells();
  private final Iterator<Cells> cells;

  /** Opens the file, and finds out what is between its cells. */
  CellParser(SourceFiles files, SourceFile file, Encoding encoding) {
    this.file = file;
    this.encoding = encoding;
    this.in = new WholeFile(files.open(file), file);
    try {
      BufferedReader reader = new BufferedReader(encoding.reader(in), BUFFER);
      this.cells = parsed(reader, Delimiter.of(reader));
    } catch (IOException e) {
      close();
      throw FileFailure.reading(file, encoding.charset(), e);
    }
  }

  private Iterator<Cells> parsed(BufferedReader reader, char delimiter) {
    return CsvReader.builder()
        .fieldSeparator(delimiter)
        .allowUnclosedQuote(false)
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
        .maxBufferSize(MOST_CHARACTERS)
        .build(handler, reader)
        .iterator();
  }

  /** Leaves out these columns, from 0, from now on. */
  void leave(BitSet out) {
    handler.leave(out);
  }

  /**
   * The next record; empty: the file has ended, and is whole.
   *
   * @throws io.crmsync.sync.port.CrmBroken its quotes or its characters are wrong, or its size
   */
  Optional<Cells> next() {
    try {
      while (cells.hasNext()) {
        Cells record = cells.next();
        if (!record.blank()) {
          return Optional.of(record);
        }
      }
      return Optional.empty();
    } catch (RuntimeException e) {
      throw FileFailure.reading(file, encoding.charset(), handler.line(), e);
    }
  }

  @Override
  public void close() {
    try {
      in.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
