package io.crmsync.adapters.mapping;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A program's export: all headings in one line, the values of an invented person, one a line, and
 * what is to become of them.
 */
record ExportSample(Map<String, String> row, ObjectNode contact) {
  private static final Path FOLDER = Path.of("src", "test", "resources", "mapping", "exports");
  private static final String END = "--";

  static ExportSample read(String program) {
    try {
      List<String> lines = Files.readAllLines(FOLDER.resolve(program + ".txt"));
      int end = lines.indexOf(END);
      Map<String, String> row = new HashMap<>();
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
}
