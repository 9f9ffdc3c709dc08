package io.crmsync.sync.port;

/**
 * Do this step of a run, or of a change notice.
 *
 * @param task the run's id, or that of the notice's request
 * @param sequence of the step: one that is done already is not done again
 * @param attempt how often the step was tried before and failed for want of an answer, from 0
 */
public record StepMessage(String task, int sequence, int attempt) {
  /** How often a step is tried for want of an answer. */
  public static final int ATTEMPTS = 8;

  /** The first message of a task. */
  public static StepMessage first(String task) {
    return new StepMessage(task, 0, 0);
  }

  /** Whether a step that was tried so often before is not tried again. */
  public static boolean last(int attempt) {
    return attempt + 1 >= ATTEMPTS;
  }
}
