package io.crmsync.adapters.storage;

import io.crmsync.sync.port.StepMessage;

/**
 * The messages that name the next step of a task, as JSON.
 *
 * @param id what the task's id is called in them
 */
public record StepMessageJson(String id) {
  /** On {@code snapshot-pages}. */
  public static final StepMessageJson RUNS = new StepMessageJson("runId");

  /** On {@code contact-changes}. */
  public static final StepMessageJson NOTICES = new StepMessageJson("requestId");

  private static final int VERSION = 1;

  /** The message as JSON. */
  public String write(StepMessage message) {
    return MessageFields.write(VERSION)
        .put(id, message.task())
        .put("sequence", message.sequence())
        .put("attempt", message.attempt())
        .toString();
  }

  /**
   * Reads a message.
   *
   * @throws BadMessage it is no such message
   */
  public StepMessage read(String message) {
    MessageFields fields = MessageFields.read(message, VERSION);
    return new StepMessage(
        fields.required(id), fields.number("sequence", 0), fields.number("attempt", 0));
  }
}
