package io.crmsync.simulators.crm;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Files with one JSON record a line. */
final class JsonLines {
  private JsonLines() {}

  /** The records by id, each as its own unchanged text; a file that is not there has none. */
  static NavigableMap<String, String> read(Path file) {
    NavigableMap<String, String> records = new TreeMap<>();
    if (Files.exists(file)) {
      for (String line : lines(file)) {
        if (!line.isBlank() && records.put(Json.idOf(line), line) != null) {
          throw new IllegalArgumentException(
              file.getFileName() + " has the id of this twice: " + line);
        }
      }
    }
    return records;
  }

  /**
   * Writes the whole file beside its place, then moves it there: a reader sees the old or the new
   * one.
   */
  static void write(Path file, Iterable<String> records) {
    try {
      Path unfinished = file.resolveSibling(file.getFileName() + ".new");
      Files.write(unfinished, records);
      Files.move(unfinished, file, ATOMIC_MOVE, REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Iterable<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
