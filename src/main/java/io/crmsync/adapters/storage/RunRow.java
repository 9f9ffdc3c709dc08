package io.crmsync.adapters.storage;

import io.crmsync.domain.run.Run;
import io.crmsync.domain.run.Run.Decision;
import io.crmsync.domain.run.RunCounts;
import io.crmsync.domain.version.Versioned;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A run as a row; the key is its id turned round, so that the newest comes first. */
final class RunRow {
  static final String PARTITION = "runs";

  /** Keys of runs are hexadecimal digits and end with a tilde. */
  private static final String AFTER_DIGITS = "~";

  private RunRow() {}

  /** Sorts as the ids do, the other way round, whatever characters they have. */
  static String key(String runId) {
    byte[] bytes = runId.getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) ~bytes[i];
    }
    return HexFormat.of().formatHex(bytes) + AFTER_DIGITS;
  }

  static NewRow write(Run run, StorageTable table) {
    return table
        .row(PARTITION, key(run.runId()))
        .text("runId", run.runId())
        .text("mode", StoredCodes.MODE.of(run.mode()))
        .text("status", StoredCodes.STATUS.of(run.status()))
        .text("phase", StoredCodes.PHASE.of(run.phase()))
        .number("sequence", run.sequence())
        .text("cursor", run.cursor())
        .instant("startedAt", run.startedAt())
        .instant("heartbeat", run.heartbeat())
        .number("nights", run.nights())
        .instant("finishedAt", run.finishedAt())
        .map("counts", counts(run.counts()))
        .text("error", run.error())
        .text("startedBy", run.startedBy())
        .text("decidedBy", run.decision().map(Decision::by))
        .instant("decidedAt", run.decision().map(Decision::at));
  }

  static Versioned<Run> read(StoredRow row) {
    Run run =
        new Run(
            row.text("runId"),
            StoredCodes.MODE.stored(row.text("mode")),
            StoredCodes.STATUS.stored(row.text("status")),
            StoredCodes.PHASE.stored(row.text("phase")),
            row.number("sequence"),
            row.text("cursor"),
            row.required("startedAt"),
            row.required("heartbeat"),
            row.number("nights"),
            row.instant("finishedAt"),
            counts(row),
            row.text("error"),
            row.text("startedBy"),
            row.instant("decidedAt").map(at -> new Decision(row.text("decidedBy"), at)));
    return new Versioned<>(run, row.version());
  }

  private static Map<String, String> counts(RunCounts counts) {
    Map<String, String> map = new TreeMap<>();
    counts.values().forEach((name, count) -> map.put(name, count.toString()));
    return map;
  }

  private static RunCounts counts(StoredRow row) {
    return new RunCounts(
        row.map("counts").entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, e -> Long.valueOf(e.getValue()))));
  }
}
