package io.crmsync.adapters.storage;

import io.crmsync.sync.port.ChangeMessage;

/** The messages on {@code contact-changes}. */
public final class ChangeMessageJson {
  private static final int VERSION = 1;

  private ChangeMessageJson() {}

  /** The message as JSON. */
  public static String write(ChangeMessage message) {
    return MessageFields.write(VERSION)
        .put("requestId", message.requestId())
        .put("sequence", message.sequence())
        .put("attempt", message.attempt())
        .toString();
  }

  /**
   * Reads a message.
   *
   * @throws BadMessage it is no such message
   */
  public static ChangeMessage read(String message) {
    MessageFields fields = MessageFields.read(message, VERSION);
    return new ChangeMessage(
        fields.required("requestId"), fields.number("sequence", 0), fields.number("attempt", 0));
  }
}
