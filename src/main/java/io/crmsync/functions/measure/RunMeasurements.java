package io.crmsync.functions.measure;

import io.crmsync.domain.run.Run;
import io.crmsync.domain.run.RunCounts;
import io.crmsync.sync.run.RunProgress;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/** Runs and their steps, as numbers. */
final class RunMeasurements {
  private static final Map<Metric, String> COUNTS =
      Map.of(
          Metric.RUN_CONTACTS_READ, RunCounts.CONTACTS_READ,
          Metric.RUN_CONTACTS_CHANGED, RunCounts.CONTACTS_CHANGED,
          Metric.RUN_CONTACTS_BAD, RunCounts.CONTACTS_BAD,
          Metric.RUN_PAIRS_QUEUED, RunCounts.PAIRS_QUEUED,
          Metric.RUN_REMOVALS_QUEUED, RunCounts.REMOVALS_QUEUED,
          Metric.RUN_REMOVALS_HELD, RunCounts.REMOVALS_HELD);

  private RunMeasurements() {}

  static Measurement started(Run run) {
    boolean timer = run.startedBy().equals(Run.TIMER);
    return of(Measurement.of(Metric.RUN_STARTED, 1), run)
        .by(Dimension.STARTED_BY, timer ? Run.TIMER : "admin");
  }

  static Measurement step(RunProgress progress, Duration duration, GraphUse graph) {
    Measurement measured =
        Measurement.of(Metric.STEP_DURATION, duration.toMillis())
            .andIfAny(Metric.STEP_CONTACTS_READ, progress.counted(RunCounts.CONTACTS_READ))
            .andIfAny(Metric.STEP_CONTACTS_CHANGED, progress.counted(RunCounts.CONTACTS_CHANGED))
            .andIfAny(Metric.GRAPH_SKIPPED, graph.skipped());
    return of(measured, progress.before())
        .by(Dimension.STEP, progress.before().phase().name().toLowerCase(Locale.ROOT));
  }

  static Measurement ended(Run run) {
    Duration took = Duration.between(run.startedAt(), run.finishedAt().orElse(run.heartbeat()));
    Measurement measured =
        Measurement.of(Metric.RUN_DURATION, Math.max(0, took.toMillis() / 1000.0));
    for (Map.Entry<Metric, String> count : COUNTS.entrySet()) {
      measured = measured.and(count.getKey(), run.counts().get(count.getValue()));
    }
    return of(measured, run).by(Dimension.STATUS, run.status().code());
  }

  private static Measurement of(Measurement measured, Run run) {
    return measured.by(Dimension.RUN, run.runId()).by(Dimension.MODE, run.mode().code());
  }
}
