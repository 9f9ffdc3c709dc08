package io.crmsync.localapp;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Lines of a report: a name to the left, what is to be said of it to the right. */
final class ReportLines {
  private final List<String> lines = new ArrayList<>();

  /** A name, and a text like that of {@link String#format}. */
  ReportLines named(String name, String text, Object... arguments) {
    String right = String.format(Locale.ROOT, text, arguments);
    return plain(String.format(Locale.ROOT, "  %-17s %s", name, right));
  }

  ReportLines plain(String line) {
    lines.add(line);
    return this;
  }

  ReportLines all(List<String> more) {
    lines.addAll(more);
    return this;
  }

  List<String> lines() {
    return List.copyOf(lines);
  }

  /** {@code 3 apples, 12 pears}, or {@code none}. */
  static String counted(Map<String, Long> counts) {
    return counts.isEmpty()
        ? "none"
        : counts.entrySet().stream()
            .map(entry -> Text.number(entry.getValue()) + " " + entry.getKey())
            .collect(Collectors.joining(", "));
  }
}
