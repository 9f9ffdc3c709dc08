package io.crmsync.simulators.crm;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Files with one JSON record a line. */
final class JsonLines {
  private JsonLines() {}

  /**
   * The records by id, each as its own unchanged text; a file that is not there has none.
   *
   * @throws IllegalArgumentException a line is no record; the message names file, line and rule
   */
  static NavigableMap<String, String> read(Path file) {
    NavigableMap<String, String> records = new TreeMap<>();
    int number = 0;
    for (String line : Files.exists(file) ? lines(file) : List.<String>of()) {
      number++;
      if (!line.isBlank() && records.put(idOf(line, file, number), line) != null) {
        throw broken(file, number, "an id that a line before it has");
      }
    }
    return records;
  }

  private static String idOf(String line, Path file, int number) {
    try {
      return Json.idOf(line);
    } catch (IllegalArgumentException e) {
      throw broken(file, number, String.valueOf(e.getMessage()));
    }
  }

  private static IllegalArgumentException broken(Path file, int number, String rule) {
    return new IllegalArgumentException(file.getFileName() + ", line " + number + ": " + rule);
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

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
