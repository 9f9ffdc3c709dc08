package io.crmsync.adapters.mapping;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A program's export: all headings in one line, the values of an invented person, one a line, and
 * what is to become of them.
 */
public record ExportSample(Map<String, String> row, ObjectNode contact) {
  private static final Path FOLDER = Path.of("src", "test", "resources", "mapping", "exports");
  private static final String END = "--";

  /** Takes the name of a sample. */
  public static ExportSample read(String program) {
    try {
      List<String> lines = Files.readAllLines(FOLDER.resolve(program + ".txt"));
      int end = lines.indexOf(END);
      Map<String, String> row = new LinkedHashMap<>();
      for (String heading : lines.get(0).split(",", -1)) {
        row.put(heading, "");
      }
      for (String line : lines.subList(1, end)) {
        String[] pair = line.split("=", 2);
        if (row.put(pair[0], pair[1].replace("\\n", "\n")) == null) {
          throw new IllegalArgumentException(program + " has no heading " + pair[0]);
        }
      }
      return new ExportSample(row, (ObjectNode) new ObjectMapper().readTree(lines.get(end + 1)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Set<String> headings() {
    return row.keySet();
  }

  /** As a file of two rows. */
  public String file(String delimiter) {
    return line(row.keySet(), delimiter) + line(row.values(), delimiter);
  }

  private static String line(Collection<String> cells, String delimiter) {
    return cells.stream()
        .map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
        .collect(Collectors.joining(delimiter, "", "\r\n"));
  }
}
