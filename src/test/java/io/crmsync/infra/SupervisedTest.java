package io.crmsync.infra;

import static io.crmsync.infra.Installation.DEFAULTS;
import static io.crmsync.infra.Installation.EVERYTHING;
import static io.crmsync.infra.Installation.SMALLEST;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Alerts look back far enough and tell somebody; logs are kept, and those of doors are taken. */
class SupervisedTest {
  private static final String ALERT = "Microsoft.Insights/scheduledQueryRules";
  private static final String TABLE = "Microsoft.OperationalInsights/workspaces/tables";
  private static final String LOGS = "Microsoft.Insights/diagnosticSettings";

  /** A line arrives minutes after its time. */
  private static final Duration LATE = Duration.ofMinutes(15);

  /**
   * Those that keep 90 days by themselves, as Azure Monitor's page on data retention names them.
   */
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

  @ParameterizedTest
  @EnumSource
  void everyAlertLooksBackFurtherThanToItsLastLook(Installation installation) {
    assertThat(Deployment.of(installation).resources(ALERT))
        .hasSize(9)
        .allMatch(SupervisedTest::overlaps);
  }

  @Test
  void aWindowThatOnlyTouchesTheLastIsNoticed() {
    Deployment whole = Deployment.of(DEFAULTS);
    for (int i = 0; i < whole.resources(ALERT).size(); i++) {
      int which = i;
      Deployment broken = whole.broken(copy -> shorten(copy.resources(ALERT).get(which)));

      assertThat(overlaps(broken.resources(ALERT).get(which))).isFalse();
    }
  }

  @Test
  void everyAlertSaysWhatToOpen() {
    assertThat(Deployment.of(DEFAULTS).resources(ALERT))
        .allSatisfy(
            alert -> assertThat(alert.at("/properties/description").asText()).contains("pen "));
  }

  @Test
  void alertsTellTheMailAddressAndTheGroupOfTheAdmins() {
    assertThat(Deployment.of(EVERYTHING).one("Microsoft.Insights/actionGroups").toString())
        .contains("\"emailAddress\":\"operations@example.com\"");
    assertThat(Deployment.of(EVERYTHING).resources(ALERT))
        .allSatisfy(
            alert ->
                assertThat(alert.at("/properties/actions/actionGroups").toString())
                    .contains("/actionGroups/operations")
                    .contains("-mail"));
    assertThat(Deployment.of(DEFAULTS).resources(ALERT))
        .allMatch(alert -> alert.at("/properties/actions/actionGroups").isEmpty());
  }

  @ParameterizedTest
  @EnumSource
  void everyTableIsKeptAsLongAsTheAdminSays(Installation installation) {
    int days = installation == EVERYTHING ? 90 : 30;

    assertThat(kept(Deployment.of(installation))).isEqualTo(all(days));
  }

  @Test
  void aTableThatKeepsOtherwiseIsNoticed() {
    for (String period : List.of("retentionInDays", "totalRetentionInDays")) {
      Deployment broken =
          Deployment.of(DEFAULTS)
              .broken(
                  copy ->
                      Deployment.put(
                          copy.resources(TABLE).get(3),
                          "/properties/" + period,
                          IntNode.valueOf(90)));

      assertThat(kept(broken)).isNotEqualTo(all(30));
    }
  }

  @Test
  void aDayOfLogsHasAnEnd() {
    String cap = "/properties/workspaceCapping/dailyQuotaGb";
    String workspace = "Microsoft.OperationalInsights/workspaces";

    assertThat(Deployment.of(DEFAULTS).one(workspace).at(cap)).isEqualTo(IntNode.valueOf(5));
    assertThat(Deployment.of(SMALLEST).one(workspace).at(cap)).isEqualTo(IntNode.valueOf(1));
  }

  @Test
  void whoSignedInIsLoggedAndWhoReadTheKeyOrTheTablesIfAskedFor() {
    assertThat(logged(DEFAULTS)).containsExactly("AppServiceAuthenticationLogs of sites");
    assertThat(logged(EVERYTHING))
        .contains("AppServiceAuthenticationLogs of sites", "AuditEvent of vaults")
        .contains("StorageRead of tableServices", "StorageRead of queueServices")
        .contains("StorageWrite of tableServices", "StorageDelete of blobServices");
  }

  private static List<String> logged(Installation installation) {
    return Deployment.of(installation).resources(LOGS).stream()
        .flatMap(
            setting ->
                setting.at("/properties/logs").findValuesAsText("category").stream()
                    .map(category -> category + " of " + scope(setting)))
        .toList();
  }

  private static String scope(JsonNode setting) {
    return setting
        .path("id")
        .asText()
        .replaceFirst("/[^/]*/providers/" + LOGS + ".*", "")
        .replaceFirst(".*/", "");
  }

  private static boolean overlaps(JsonNode alert) {
    Duration window = Duration.parse(alert.at("/properties/windowSize").asText());
    Duration every = Duration.parse(alert.at("/properties/evaluationFrequency").asText());
    return window.compareTo(every.plus(LATE)) >= 0;
  }

  private static void shorten(JsonNode alert) {
    String every = alert.at("/properties/evaluationFrequency").asText();
    Deployment.put(alert, "/properties/windowSize", TextNode.valueOf(every));
  }

  private static Map<String, List<Integer>> kept(Deployment deployment) {
    Map<String, List<Integer>> kept = new TreeMap<>();
    for (JsonNode table : deployment.resources(TABLE)) {
      kept.put(
          table.path("name").asText().replaceFirst(".*/", ""),
          List.of(
              table.at("/properties/retentionInDays").asInt(),
              table.at("/properties/totalRetentionInDays").asInt()));
    }
    return kept;
  }

  private static Map<String, List<Integer>> all(int days) {
    Map<String, List<Integer>> all = new TreeMap<>();
    TABLES.forEach(table -> all.put(table, List.of(days, days)));
    return all;
  }
}
