package io.crmsync.sync.walk;

import io.crmsync.domain.run.Run;
import java.time.Duration;

/**
 * How far a step of a run came.
 *
 * @param run as it is to be stored; with the sequence that it had, the step is to be done again
 * @param pause before the next try
 * @param attempt how often what comes next was tried before
 */
public record Stepped(Run run, Duration pause, int attempt) {

  /** All that the step was to do is done. */
  public static Stepped to(Run run) {
    return new Stepped(run, Duration.ZERO, 0);
  }

  /** Nothing is to be done before this time has passed; waiting is no failed attempt. */
  static Stepped notBefore(Duration pause, Run run) {
    return new Stepped(run, pause, 0);
  }
}
