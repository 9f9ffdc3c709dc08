package io.crmsync.functions.measure;

import io.crmsync.domain.reason.Why;
import io.crmsync.sync.pair.ReconcileResult;
import io.crmsync.sync.port.JobQueue.Lane;
import io.crmsync.sync.port.PairMessage;
import java.time.Duration;
import java.util.Optional;

/** One attempt at a pair, as numbers. */
final class PairMeasurement {
  private PairMeasurement() {}

  static Measurement of(
      PairMessage pair, Lane lane, ReconcileResult result, Duration duration, GraphUse graph) {
    Measurement measured =
        Measurement.of(Metric.PAIR_DURATION, duration.toMillis())
            .and(Metric.GRAPH_REQUESTS, graph.requests())
            .andIfAny(Metric.GRAPH_THROTTLED, graph.throttled())
            .andIfAny(Metric.GRAPH_RETRY_AFTER, seconds(graph.retryAfter()))
            .andIfAny(Metric.GRAPH_SKIPPED, graph.skipped())
            .by(Dimension.USER, pair.user().value())
            .by(Dimension.CONTACT, pair.contact().value())
            .by(Dimension.OUTCOME, result.what())
            .by(Dimension.REASON, result.why().map(Why::code).orElse(""))
            .by(Dimension.LANE, code(lane));
    Optional<Duration> removal = result.removalTook();
    return removal
        .map(took -> measured.and(Metric.REMOVAL_LATENCY, seconds(took)))
        .orElse(measured);
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1000.0;
  }

  private static String code(Lane lane) {
    return switch (lane) {
      case NIGHTLY -> "nightly";
      case NOW -> "now";
    };
  }
}
