package io.crmsync.adapters.storage;

import io.crmsync.sync.port.RunMessage;

/** The messages on {@code snapshot-pages}. */
public final class RunMessageJson {
  private static final int VERSION = 1;

  private RunMessageJson() {}

  /** The message as JSON. */
  public static String write(RunMessage message) {
    return MessageFields.write(VERSION)
        .put("runId", message.runId())
        .put("sequence", message.sequence())
        .put("attempt", message.attempt())
        .toString();
  }

  /**
   * Reads a message.
   *
   * @throws BadMessage it is no such message
   */
  public static RunMessage read(String message) {
    MessageFields fields = MessageFields.read(message, VERSION);
    return new RunMessage(
        fields.required("runId"), fields.number("sequence", 0), fields.number("attempt", 0));
  }
}
