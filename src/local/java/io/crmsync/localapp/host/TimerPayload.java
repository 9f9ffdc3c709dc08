package io.crmsync.localapp.host;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** What the real host passes to a timer function: JSON text, times in UTC. */
final class TimerPayload {

  private TimerPayload() {}

  /** A timer that is on time at {@code now} and fires once a day. */
  static String at(Instant now) {
    return """
    {"Schedule":{"AdjustForDST":true},\
    "ScheduleStatus":{"Last":"%s","Next":"%s","LastUpdated":"%s"},"IsPastDue":false}\
    """
        .formatted(now.minus(1, ChronoUnit.DAYS), now.plus(1, ChronoUnit.DAYS), now);
  }
}
