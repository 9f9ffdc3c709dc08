package io.crmsync.functions.measure;

import io.crmsync.sync.port.Backlog.Waiting;
import io.crmsync.sync.run.CountWaiting;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What waits, for somebody or in a queue, as numbers. */
final class WaitingMeasurements {
  private WaitingMeasurements() {}

  /** The totals, also where they are 0; then the mailboxes parked, by reason. */
  static List<Measurement> of(CountWaiting.Counts waiting) {
    List<Measurement> measured = new ArrayList<>();
    measured.add(
        Measurement.of(Metric.REMOVALS_HELD, waiting.removalsHeld())
            .and(Metric.MAILBOXES_ACTIVE, waiting.activeUsers())
            .and(Metric.MAILBOXES_PARKED, waiting.allParked()));
    waiting
        .parked()
        .forEach(
            (reason, count) ->
                measured.add(
                    Measurement.of(Metric.MAILBOXES_PARKED_FOR, count)
                        .by(Dimension.REASON, reason.code())));
    return measured;
  }

  static Measurement poisoned(String queue) {
    return Measurement.of(Metric.POISON_MESSAGES, 1).by(Dimension.QUEUE, queue);
  }

  static Measurement of(Waiting queue, Instant now) {
    Measurement measured =
        Measurement.of(Metric.QUEUE_MESSAGES, queue.messages()).by(Dimension.QUEUE, queue.queue());
    Optional<Long> age =
        queue.oldest().map(sent -> Math.max(0, Duration.between(sent, now).toSeconds()));
    return age.map(seconds -> measured.and(Metric.QUEUE_AGE, seconds)).orElse(measured);
  }
}
