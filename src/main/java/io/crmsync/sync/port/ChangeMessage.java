package io.crmsync.sync.port;

/**
 * Do this step of a change notice.
 *
 * @param sequence of the step: one that is done already is not done again
 * @param attempt how often the step was tried before and failed for want of an answer, from 0
 */
public record ChangeMessage(String requestId, int sequence, int attempt) {
  /** The first message of a notice. */
  public static ChangeMessage first(String requestId) {
    return new ChangeMessage(requestId, 0, 0);
  }
}
