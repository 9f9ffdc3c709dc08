package io.crmsync.adapters.csv;

import de.siegmar.fastcsv.reader.CsvCallbackHandler;
import de.siegmar.fastcsv.reader.RecordType;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Keeps of each record the cells of some columns, and counts the others. */
final class KeptCells extends CsvCallbackHandler<KeptCells.Cells> {
  private final BitSet left = new BitSet();
  private List<String> kept = List.of();
  private RecordType type = RecordType.DATA;
  private long line;
  private int columns;
  private boolean blank;

  /**
   * A record.
   *
   * @param line where it begins, from 1
   * @param columns how many cells it has
   * @param blank whether nothing stands in any of them
   * @param kept its cells of the columns that are kept
   */
  record Cells(long line, int columns, boolean blank, List<String> kept) {
    /** The place alone: the rest is personal (R20). */
    @Override
    public String toString() {
      return "line " + line;
    }
  }

  /** Leaves out these columns, from 0, from now on. */
  void leave(BitSet out) {
    left.clear();
    left.or(out);
  }

  /** Where the record begins that was met last. */
  long line() {
    return line;
  }

  @Override
  protected RecordType getRecordType() {
    return type;
  }

  @Override
  protected int getFieldCount() {
    return columns;
  }

  @Override
  protected void beginRecord(long startingLine) {
    line = startingLine;
    type = RecordType.DATA;
    columns = 0;
    blank = true;
    kept = new ArrayList<>();
  }

  @Override
  protected void addField(char[] buffer, int offset, int length, boolean quoted) {
    blank = blank && isBlank(buffer, offset, length);
    if (!left.get(columns)) {
      kept.add(new String(buffer, offset, length));
    }
    columns++;
  }

  private static boolean isBlank(char[] buffer, int offset, int length) {
    for (int i = offset; i < offset + length; i++) {
      if (!Character.isWhitespace(buffer[i])) {
        return false;
      }
    }
    return true;
  }

  /** There are no comments: a name may begin with any character. */
  @Override
  protected void setComment(char[] buffer, int offset, int length) {
    type = RecordType.COMMENT;
  }

  @Override
  protected void setEmpty() {
    type = RecordType.EMPTY;
  }

  @Override
  protected Cells buildRecord() {
    return new Cells(line, columns, blank, kept);
  }
}
