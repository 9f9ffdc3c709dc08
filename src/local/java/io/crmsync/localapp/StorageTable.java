package io.crmsync.localapp;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Storage operations by name: a line for each that matters, one for all the others. */
final class StorageTable {
  private static final int OTHERS_IN_A_LINE = 3;

  private StorageTable() {}

  /** Takes how many pairs were written; the most frequent comes first. */
  static List<String> of(Counts counts, long pairs) {
    long threshold = Math.max(1, counts.storageRequests() / 200);
    List<String> lines = new ArrayList<>();
    List<String> others = new ArrayList<>();
    counts.storage().entrySet().stream()
        .filter(entry -> !entry.getKey().endsWith(Counts.ROWS))
        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
        .forEach(
            entry -> {
              if (entry.getValue() >= threshold) {
                lines.add(line(counts, entry.getKey(), entry.getValue(), pairs));
              } else {
                others.add(Text.number(entry.getValue()) + " " + entry.getKey());
              }
            });
    for (int from = 0; from < others.size(); from += OTHERS_IN_A_LINE) {
      int to = Math.min(others.size(), from + OTHERS_IN_A_LINE);
      lines.add("      " + String.join(", ", others.subList(from, to)));
    }
    return lines;
  }

  private static String line(Counts counts, String name, long count, long pairs) {
    String each = pairs == 0 ? "" : String.format(Locale.ROOT, "%8.2f", (double) count / pairs);
    long rows = counts.storage(name + Counts.ROWS);
    String ofRows = rows == 0 ? "" : "   with " + Text.number(rows) + " rows";
    return String.format(Locale.ROOT, "      %-38s %,9d%s%s", name, count, each, ofRows);
  }
}
