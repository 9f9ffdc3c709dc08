package io.crmsync.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmsync.functions.measure.Dimension;
import io.crmsync.functions.measure.Metric;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Queries of workbook and alerts name only what the code writes; what it writes is asked for. */
class QueriesTest {
  @Test
  void everyQueryIsAsItShouldBe() throws IOException {
    List<Query> all = new ArrayList<>(Queries.ofAlerts());
    all.addAll(Queries.ofWorkbook(Queries.workbook()));
    List<QueryFacts> facts = KustoService.analyse(all);
    assertThat(all).hasSizeGreaterThan(20);
    assertThat(facts).hasSameSizeAs(all);
    assertThat(facts.stream().flatMap(QueriesTest::faults)).isEmpty();
  }

  @Test
  void everyMetricIsAskedForBySomeQuery() throws IOException {
    List<Query> all = new ArrayList<>(Queries.ofAlerts());
    all.addAll(Queries.ofWorkbook(Queries.workbook()));
    Set<String> asked =
        KustoService.analyse(all).stream()
            .flatMap(facts -> facts.metrics().stream())
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(asked)
        .isEqualTo(
            Arrays.stream(Metric.values())
                .map(Metric::code)
                .collect(Collectors.toCollection(TreeSet::new)));
  }

  /** Each of these is a good query with one thing broken; the first is whole. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '`',
      value = {
        "measured(\"queue.age\") | summarize max(value) by dimension(line, \"queue\") # ``",
        "measured(\"queue.agee\") | summarize max(value) # no metric queue.agee",
        "measured(\"queue.age\") | summarize max(value) by dimension(line, \"user\") # no dimension"
            + " user",
        "measured(\"queue.age\") | summarize max(value) by dimension(line, \"qeue\") # no dimension"
            + " qeue",
        "measured(\"queue.age\") | summarize max(value) by tostring(line.qeue) # line in",
        "measured(\"queue.age\") | summarize max(value) by dimension(line, strcat(\"a\", \"b\")) #"
            + " dimension(",
        "measured(strcat(\"queue\", \".agee\")) | summarize max(value) # measured(strcat",
        "measured(\"queue.age\") | where message has \"x\" | summarize max(value) # message in",
        "measured(\"queue.age\") | summarise max(value) # Query operator expected",
        "measured(\"queue.age\") | summarize max(valu) # does not refer to any known",
        "request | summarize count() # does not refer to any known",
        "measured(\"queue.age\" | count # Expected"
      })
  void aBrokenQueryIsFound(String query, String fault) throws IOException {
    List<QueryFacts> facts =
        KustoService.analyse(List.of(new Query("broken", Queries.prelude(), query)));
    List<String> found = facts.stream().flatMap(QueriesTest::faults).toList();
    if (fault.isEmpty()) {
      assertThat(found).isEmpty();
    } else {
      assertThat(found).anySatisfy(each -> assertThat(each).contains(fault));
    }
  }

  /** The column that a rule watches is one that its query gives. */
  @Test
  void everyAlertHasAQueryAndEveryQueryAnAlert() throws IOException {
    String bicep = Files.readString(Path.of("infra/app/alerts.bicep"));
    for (Query alert : Queries.ofAlerts()) {
      assertThat(bicep).contains("loadTextContent('alerts/" + alert.name() + "')");
      int at = bicep.indexOf("alerts/" + alert.name());
      int column = bicep.indexOf("column: '", at) + "column: '".length();
      String watched = bicep.substring(column, bicep.indexOf('\'', column));
      String last = alert.query().strip().lines().reduce((first, second) -> second).orElseThrow();
      assertThat(last).as(alert.name()).containsPattern("(summarize|project) " + watched + " = ");
    }
    assertThat(bicep.split("loadTextContent\\('alerts/", -1))
        .hasSize(Queries.ofAlerts().size() + 1);
  }

  static Stream<String> faults(QueryFacts facts) {
    Set<String> allowed = new HashSet<>();
    List<String> faults = new ArrayList<>(facts.errors());
    faults.addAll(facts.stray());
    for (String name : facts.metrics()) {
      Optional<Metric> metric =
          Arrays.stream(Metric.values()).filter(each -> each.code().equals(name)).findFirst();
      metric.ifPresent(
          each -> each.dimensions().stream().map(Dimension::code).forEach(allowed::add));
      if (metric.isEmpty()) {
        faults.add("no metric " + name);
      }
    }
    facts.dimensions().stream()
        .filter(name -> !allowed.contains(name))
        .forEach(name -> faults.add("no dimension " + name + " of " + facts.metrics()));
    return faults.stream().map(fault -> facts.name() + ": " + fault);
  }
}
