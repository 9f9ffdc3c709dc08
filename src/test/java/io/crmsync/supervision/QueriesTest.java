package io.crmsync.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmsync.functions.measure.Dimension;
import io.crmsync.functions.measure.Metric;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Queries of workbook and alerts name only what the code writes; what it writes is asked for. */
class QueriesTest {
  /** Each is a good query with one thing broken, and what is to be found; the first is whole. */
  private static final List<Broken> BROKEN =
      List.of(
          new Broken(
              "measured(\"queue.age\") | summarize max(value) by dimension(line, \"queue\")", ""),
          new Broken("measured(\"queue.agee\") | summarize max(value)", "no metric queue.agee"),
          new Broken(
              "measured(\"queue.age\") | summarize max(value) by dimension(line, \"user\")",
              "no dimension user"),
          new Broken(
              "measured(\"queue.age\") | summarize max(value) by dimension(line, \"qeue\")",
              "no dimension qeue"),
          new Broken(
              "measured(\"queue.age\") | summarize max(value) by tostring(line.qeue)", "line in"),
          new Broken(
              "measured(\"queue.age\") | summarize max(value)"
                  + " by dimension(line, strcat(\"a\", \"b\"))",
              "dimension("),
          new Broken(
              "measured(strcat(\"queue\", \".agee\")) | summarize max(value)", "measured(strcat"),
          new Broken(
              "measured(\"queue.age\") | where message has \"x\" | summarize max(value)",
              "message in"),
          new Broken("measured(\"queue.age\") | summarise max(value)", "Query operator expected"),
          new Broken(
              "measured(\"queue.age\") | summarize max(valu)", "does not refer to any known"),
          new Broken("request | summarize count()", "does not refer to any known"),
          new Broken("measured(\"queue.age\" | count", "Expected"));

  private record Broken(String query, String fault) {}

  private static List<QueryFacts> deployed;
  private static List<QueryFacts> spoiled;

  /** All at once: the language service takes seconds to start. */
  @BeforeAll
  static void analyse() throws IOException {
    List<Query> all = new ArrayList<>(Queries.ofAlerts());
    all.addAll(Queries.ofWorkbook(Queries.workbook()));
    int shipped = all.size();
    for (Broken each : BROKEN) {
      all.add(new Query("broken", Queries.prelude(), each.query()));
    }
    List<QueryFacts> facts = KustoService.analyse(all);
    assertThat(facts).hasSameSizeAs(all);
    deployed = facts.subList(0, shipped);
    spoiled = facts.subList(shipped, facts.size());
  }

  @Test
  void everyQueryIsAsItShouldBe() {
    assertThat(deployed).hasSizeGreaterThan(20);
    assertThat(deployed.stream().flatMap(QueriesTest::faults)).isEmpty();
  }

  @Test
  void everyMetricIsAskedForBySomeQuery() {
    Set<String> asked =
        deployed.stream()
            .flatMap(facts -> facts.metrics().stream())
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(asked)
        .isEqualTo(
            Arrays.stream(Metric.values())
                .map(Metric::code)
                .collect(Collectors.toCollection(TreeSet::new)));
  }

  @TestFactory
  Stream<DynamicTest> aBrokenQueryIsFound() {
    return IntStream.range(0, BROKEN.size())
        .mapToObj(i -> DynamicTest.dynamicTest(BROKEN.get(i).query(), () -> hasFault(i)));
  }

  private static void hasFault(int index) {
    String fault = BROKEN.get(index).fault();
    List<String> found = faults(spoiled.get(index)).toList();
    if (fault.isEmpty()) {
      assertThat(found).isEmpty();
    } else {
      assertThat(found).anySatisfy(each -> assertThat(each).contains(fault));
    }
  }

  /**
   * What a rule counts is a number, and each row has a time: without one it falls into no window.
   */
  @Test
  void everyAlertWatchesANumberAndKnowsWhenItWas() throws IOException {
    List<Queries.Alert> alerts = Queries.alerts();
    for (int i = 0; i < alerts.size(); i++) {
      String name = alerts.get(i).query().name();
      assertThat(deployed.get(i).name()).isEqualTo(name);
      assertThat(deployed.get(i).columns())
          .as(name)
          .containsKey(alerts.get(i).column())
          .containsValue("datetime");
      assertThat(deployed.get(i).columns().get(alerts.get(i).column()))
          .as(name)
          .isIn("long", "real");
    }
  }

  @Test
  void everyFileOfAQueryIsAskedByAnAlert() throws IOException {
    List<String> asked = Queries.ofAlerts().stream().map(Query::query).toList();

    assertThat(asked).containsExactlyInAnyOrderElementsOf(Queries.filesOfAlerts());
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
