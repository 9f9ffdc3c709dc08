package io.crmsync.localapp;

import com.fasterxml.jackson.databind.JsonNode;
import io.crmsync.domain.run.Run;
import io.crmsync.domain.run.Run.Status;
import io.crmsync.domain.run.RunCounts;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A dry run as a person likes to read it.
 *
 * @param actions how many pairs are reported with each action, and reason where there is one
 */
record DryRunReport(Run run, Night.Watched watched, Map<String, Long> actions) {

  /** Reads the report page by page, as an admin would. */
  static DryRunReport of(Run run, Night.Watched watched, AdminApi api) {
    Map<String, Long> actions = new TreeMap<>();
    String path = "runs/" + run.runId() + "/pairs";
    JsonNode page = api.get(path);
    count(page, actions);
    while (page.has("next")) {
      page = api.get(path + "?after=" + page.path("next").asText());
      count(page, actions);
    }
    return new DryRunReport(run, watched, actions);
  }

  private static void count(JsonNode page, Map<String, Long> actions) {
    for (JsonNode pair : page.path("items")) {
      String action = pair.path("action").asText() + " " + pair.path("reason").asText();
      actions.merge(action.strip(), 1L, Long::sum);
    }
  }

  boolean completed() {
    return run.status() == Status.COMPLETED;
  }

  private long pairs() {
    return actions.values().stream().mapToLong(Long::longValue).sum();
  }

  List<String> lines() {
    ReportLines lines = new ReportLines().plain("");
    lines.plain("Dry run: " + run.status().code() + " in " + Text.time(watched.time())).plain("");
    lines.named("Report", "%s pairs: %s", Text.number(pairs()), ReportLines.counted(actions));
    lines.named(
        "Removals",
        "%s would be carried out, %s held%s",
        Text.number(run.counts().get(RunCounts.REMOVALS_QUEUED)),
        Text.number(run.counts().get(RunCounts.REMOVALS_HELD)),
        run.error().isEmpty() ? "" : ": " + run.error());
    traffic(lines);
    return lines.plain("").lines();
  }

  private void traffic(ReportLines lines) {
    Counts counts = watched.counts();
    lines.named("Graph", "%s requests", Text.number(counts.graphRequests()));
    lines.named("", "%s", ReportLines.counted(counts.graph()));
    lines.named(
        "Storage",
        "%s requests (%s a pair reported), and %s rows in transactions",
        Text.number(counts.storageRequests()),
        Text.ratio((double) counts.storageRequests() / Math.max(1, pairs())),
        Text.number(counts.rowsInTransactions()));
    lines.all(StorageTable.of(counts, pairs()));
    lines.named(
        "Memory", "%s at most in the functions' process", Text.megabytes(watched.peakMemory()));
  }
}
