package io.crmsync;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/rules.md names where each rule is decided and which tests say so: both must be there. */
class RulesTableTest {
  private static final Path RULES = Path.of("docs", "rules.md");
  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| \\*\\*R(\\d+)\\*\\*[^|]*\\|[^|]*\\|([^|]*)\\|([^|]*)\\|$");
  private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");
  private static final Pattern TEST_NAME = Pattern.compile("`([A-Za-z]+[a-z](?:Test|IT))`");

  @Test
  void everyRuleHasARowInOrder() throws IOException {
    assertThat(rows().stream().map(row -> Integer.parseInt(row.group(1))))
        .containsExactlyElementsOf(IntStream.rangeClosed(1, 23).boxed().toList());
  }

  @Test
  void everyRuleNamesTestsAndPlacesThatAreThere() throws IOException {
    Set<String> tests = classes("src/test/java");
    Set<String> code = classes("src/main/java");
    for (MatchResult row : rows()) {
      assertThat(quoted(row.group(3))).as("tests of R" + row.group(1)).isNotEmpty();
      assertThat(tests).as("tests of R" + row.group(1)).containsAll(quoted(row.group(3)));
      assertThat(code).as("places of R" + row.group(1)).containsAll(quoted(row.group(2)));
    }
  }

  @Test
  void everyTestThatTheDocumentNamesIsThere() throws IOException {
    Set<String> tests = classes("src/test/java");
    try (Stream<Path> documents = Files.walk(Path.of("docs"))) {
      for (Path document : documents.filter(file -> file.toString().endsWith(".md")).toList()) {
        List<String> named =
            TEST_NAME
                .matcher(Files.readString(document))
                .results()
                .map(name -> name.group(1))
                .toList();
        assertThat(tests).as(document.toString()).containsAll(named);
      }
    }
  }

  private static List<MatchResult> rows() throws IOException {
    return ROW.matcher(Files.readString(RULES)).results().toList();
  }

  /** Class names; the table says folder/Class where it is not the one named just before. */
  private static List<String> quoted(String cell) {
    return QUOTED
        .matcher(cell)
        .results()
        .map(found -> found.group(1))
        .map(name -> name.substring(name.lastIndexOf('/') + 1))
        .filter(name -> name.matches("[A-Z][A-Za-z]*"))
        .toList();
  }

  private static Set<String> classes(String root) throws IOException {
    try (Stream<Path> files = Files.walk(Path.of(root))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".java"))
          .map(name -> name.substring(0, name.length() - ".java".length()))
          .collect(Collectors.toSet());
    }
  }
}
