package io.crmsync.adapters.csv;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.Comparator;
import java.util.stream.IntStream;

/** What stands between the cells of a file. */
final class Delimiter {
  private static final String KNOWN = ",;\t";
  private static final int LONGEST_HEADING = 1 << 16;

  private Delimiter() {}

  /**
   * The one that the heading line has most of, outside quotes; where it has none, a comma. The
   * reader is left where it was.
   */
  static char of(BufferedReader reader) throws IOException {
    reader.mark(LONGEST_HEADING + 1);
    int[] counts = new int[KNOWN.length()];
    boolean quoted = false;
    boolean begun = false;
    for (int i = 0; i < LONGEST_HEADING; i++) {
      int character = reader.read();
      boolean lineEnds = !quoted && (character == '\n' || character == '\r');
      if (character < 0 || (lineEnds && begun)) {
        break;
      }
      begun |= !lineEnds;
      quoted ^= character == '"';
      int known = KNOWN.indexOf(character);
      if (known >= 0 && !quoted) {
        counts[known]++;
      }
    }
    reader.reset();
    return KNOWN.charAt(most(counts));
  }

  private static int most(int[] counts) {
    return IntStream.range(0, counts.length)
        .boxed()
        .max(Comparator.<Integer>comparingInt(i -> counts[i]).thenComparing(i -> -i))
        .orElse(0);
  }
}
