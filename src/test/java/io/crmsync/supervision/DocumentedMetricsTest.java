package io.crmsync.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmsync.functions.measure.Dimension;
import io.crmsync.functions.measure.Metric;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** docs/supervision.md tells of every metric what the code says, and its examples are good. */
class DocumentedMetricsTest {
  private static final Path PAGE = Path.of("docs/supervision.md");
  private static final String FENCE = "```";

  @Test
  void theTableHasEveryMetricWithUnitAndDimensions() throws IOException {
    assertThat(faults(Files.readString(PAGE))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "| `run.duration` | s |; | `run.duration` | ms |",
        "| `run.started` |; | `run.begun` |",
        "| count | queue |; | count | – |",
        "| `removals.held` |; | removals.held |"
      })
  void aRowThatSaysOtherwiseIsNoticed(String passage, String instead) throws IOException {
    String page = Files.readString(PAGE);
    assertThat(page).contains(passage);
    assertThat(faults(page.replaceFirst(Pattern.quote(passage), instead))).isNotEmpty();
  }

  /** Rows of the page that are no metric's, and metrics that have no row, or not in this order. */
  private static List<String> faults(String page) {
    List<String> rows =
        page.lines()
            .filter(line -> line.startsWith("| `"))
            .map(
                line ->
                    line.substring(
                        0, line.indexOf('|', line.indexOf('|', line.indexOf('|', 1) + 1) + 1) + 1))
            .toList();
    List<String> wanted = Arrays.stream(Metric.values()).map(DocumentedMetricsTest::row).toList();
    List<String> faults = new ArrayList<>(rows);
    faults.removeAll(wanted);
    wanted.stream().filter(row -> !rows.contains(row)).forEach(faults::add);
    if (faults.isEmpty() && !rows.equals(wanted)) {
      faults.add("in another order, or twice");
    }
    return faults;
  }

  @Test
  void theExamplesAreQueries() throws IOException {
    List<Query> examples = new ArrayList<>();
    String[] parts = Files.readString(PAGE).split(FENCE + "kusto\n", -1);
    for (int i = 1; i < parts.length; i++) {
      examples.add(new Query("example " + i, "", parts[i].substring(0, parts[i].indexOf(FENCE))));
    }
    assertThat(examples.get(0).query()).isEqualTo(Queries.prelude());
    List<Query> rest =
        examples.stream()
            .skip(1)
            .map(example -> new Query(example.name(), prelude(), example.query()))
            .toList();
    assertThat(rest).hasSizeGreaterThanOrEqualTo(3);
    assertThat(KustoService.analyse(rest).stream().flatMap(QueriesTest::faults)).isEmpty();
  }

  /** The audit log is no measurement: its query reads lines itself. */
  @Test
  void theAuditLogsExampleIsAQuery() throws IOException {
    String[] parts = Files.readString(PAGE).split(FENCE + "kql\n", -1);
    assertThat(parts).hasSize(2);
    Query example = new Query("audit", "", parts[1].substring(0, parts[1].indexOf(FENCE)));
    assertThat(KustoService.analyse(List.of(example)).get(0).errors()).isEmpty();
  }

  private static String prelude() {
    try {
      return Queries.prelude();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String row(Metric metric) {
    String dimensions =
        metric.dimensions().stream()
            .sorted()
            .map(Dimension::code)
            .collect(Collectors.joining(", "));
    return "| `"
        + metric.code()
        + "` | "
        + metric.unit().code()
        + " | "
        + (dimensions.isEmpty() ? "–" : dimensions)
        + " |";
  }
}
