package io.crmsync.simulators.graph;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Instants as Graph writes them: UTC, whole seconds, a Z. */
final class Timestamps {
  private Timestamps() {}

  static String seconds(Instant instant) {
    return instant.truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
