package io.crmsync.infra;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Alerts look back further than to their last look, because a line arrives minutes after its time;
 * and every table of telemetry is kept for as long as the admin said.
 */
final class NothingIsMissed implements Rule {
  private static final String ALERTS = "app/alerts.bicep";
  private static final String MONITORING = "app/monitoring.bicep";
  private static final Duration LATE = Duration.ofMinutes(15);

  /** Those that keep 90 days by themselves, as Azure Monitor's page on data retention names them. */
  private static final List<String> TABLES =
      List.of(
          "AppAvailabilityResults",
          "AppBrowserTimings",
          "AppDependencies",
          "AppEvents",
          "AppExceptions",
          "AppMetrics",
          "AppPageViews",
          "AppPerformanceCounters",
          "AppRequests",
          "AppSystemEvents",
          "AppTraces");

  @Override
  public List<String> problems(BicepFolder folder) {
    List<String> problems = new ArrayList<>();
    List<Node> rules = elements(folder, ALERTS, "rules").toList();
    if (rules.isEmpty()) {
      problems.add(ALERTS + " has no rules");
    }
    rules.stream()
        .filter(rule -> !overlap(rule))
        .forEach(rule -> problems.add(ALERTS + ":" + rule.line() + " looks back too short"));
    List<String> tables =
        elements(folder, MONITORING, "telemetryTables")
            .flatMap(table -> table.literal().stream())
            .toList();
    if (!tables.equals(TABLES)) {
      problems.add(MONITORING + " must keep " + TABLES + ", not " + tables);
    }
    BicepFolder monitoring = folder.only(MONITORING);
    for (String period : List.of("retentionInDays", "totalRetentionInDays")) {
      problems.addAll(
          new Expectation("tables", "properties." + period, "retentionDays").problems(monitoring));
    }
    return problems;
  }

  private static boolean overlap(Node rule) {
    Optional<Duration> window = duration(rule, "window");
    Optional<Duration> frequency = duration(rule, "frequency");
    return window.isPresent()
        && frequency.isPresent()
        && window.get().compareTo(frequency.get().plus(LATE)) >= 0;
  }

  private static Optional<Duration> duration(Node rule, String key) {
    return rule.at(key).flatMap(Node::literal).map(Duration::parse);
  }

  private static Stream<Node> elements(BicepFolder folder, String file, String variable) {
    return folder.file(file).find(variable).flatMap(Declaration::value).stream()
        .flatMap(Node::elements);
  }
}
