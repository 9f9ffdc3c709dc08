package io.crmsync.delivery;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The commands that documents, Makefile and gate name, without the options that change nothing of
 * what they do.
 */
final class Commands {
  private static final Pattern BLOCK = Pattern.compile("(?s)```\\n(.*?)```");
  private static final Pattern CELL = Pattern.compile("(?m)^\\| `([^`]+)` \\|");

  private Commands() {}

  /** Those of the first block of a document that has a command of Maven in it. */
  static List<String> inBlock(String document) {
    return BLOCK
        .matcher(document)
        .results()
        .map(block -> block.group(1).lines().filter(line -> line.startsWith("mvn ")).toList())
        .filter(commands -> !commands.isEmpty())
        .findFirst()
        .orElse(List.of())
        .stream()
        .map(line -> line.replaceFirst("\\s+#.*", ""))
        .toList();
  }

  /** Those in the first column of a document's tables. */
  static List<String> inTables(String document) {
    return CELL.matcher(document).results().map(cell -> cell.group(1)).toList();
  }

  /** What a Makefile's targets run. */
  static List<String> recipes(String makefile) {
    return makefile
        .lines()
        .filter(line -> line.startsWith("\t"))
        .map(line -> line.strip().replace(" $(ARGS)", ""))
        .toList();
  }

  /** The last command of the gate's script. */
  static String lastOf(String script) {
    String last = script.lines().reduce("", (before, line) -> line);
    return Stream.of(last.split(" "))
        .filter(word -> !word.equals("exec") && !word.startsWith("--"))
        .reduce((left, right) -> left + " " + right)
        .orElse("");
  }
}
