package io.crmsync.sync.port;

/**
 * Do this step of a run.
 *
 * @param sequence of the step: one that is done already is not done again
 * @param attempt how often the step was tried before and failed for want of an answer, from 0
 */
public record RunMessage(String runId, int sequence, int attempt) {
  /** How often a step is tried for want of an answer. */
  public static final int ATTEMPTS = 8;

  /** Whether a step that was tried so often before is not tried again. */
  public static boolean last(int attempt) {
    return attempt + 1 >= ATTEMPTS;
  }
}
