package io.crmsync.adapters.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The table of headings in docs/sources/csv.md is what the shipped mapping reads. */
class HeadingsDocumentTest {
  private static final Path PAGE = Path.of("docs", "sources", "csv.md");
  private static final Pattern ROW = Pattern.compile("(?m)^\\| `(\\w+)` \\| (`.*`) \\|$");
  private static final Pattern HEADING = Pattern.compile("`([^`]+)`");

  @Test
  void everyFieldHasItsHeadingsInOrder() throws IOException {
    Mapping csv = Mapping.of(ShippedMapping.CSV.json());
    Map<String, List<String>> read =
        FeedShape.ofContact().keySet().stream()
            .filter(property -> !headings(csv, property).isEmpty())
            .collect(
                Collectors.toMap(
                    Function.identity(),
                    property -> headings(csv, property),
                    (a, b) -> a,
                    TreeMap::new));
    assertThat(documented()).isEqualTo(read);
  }

  private static List<String> headings(Mapping mapping, String property) {
    return mapping.leaves(property).stream().map(HeadingsDocumentTest::heading).distinct().toList();
  }

  private static String heading(Operator.Leaf leaf) {
    return leaf instanceof TakeWhere list
        ? list.name().written() + " n - " + list.take().written()
        : leaf.name().written();
  }

  private static Map<String, List<String>> documented() throws IOException {
    String page = Files.readString(PAGE);
    String section = page.substring(page.indexOf("\n## Headings"));
    return ROW.matcher(section)
        .results()
        .collect(
            Collectors.toMap(
                row -> row.group(1), HeadingsDocumentTest::quoted, (a, b) -> a, TreeMap::new));
  }

  private static List<String> quoted(MatchResult row) {
    return HEADING.matcher(row.group(2)).results().map(heading -> heading.group(1)).toList();
  }
}
