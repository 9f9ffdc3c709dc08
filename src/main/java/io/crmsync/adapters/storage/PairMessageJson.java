package io.crmsync.adapters.storage;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.PairId;
import io.crmsync.domain.contact.UserId;
import io.crmsync.sync.port.PairMessage;
import io.crmsync.sync.port.PairMessage.Check;

/** The messages on {@code contact-sync} and {@code contact-sync-now}. */
public final class PairMessageJson {
  private static final int VERSION = 1;

  private PairMessageJson() {}

  /** The message as JSON; what has its default is left out. */
  public static String write(PairMessage message) {
    ObjectNode json =
        MessageFields.write(VERSION)
            .put("userId", message.user().value())
            .put("contactId", message.contact().value());
    message.request().ifPresent(request -> json.put("request", request));
    if (message.attempt() > 0) {
      json.put("attempt", message.attempt());
    }
    if (message.check() != Check.PAIR) {
      json.put("check", StoredCodes.CHECK.of(message.check()));
    }
    return json.toString();
  }

  /**
   * Reads a message. {@code userId} and {@code contactId} are enough, so that an admin can write
   * one by hand.
   *
   * @throws BadMessage it is no such message
   */
  public static PairMessage read(String message) {
    MessageFields fields = MessageFields.read(message, VERSION);
    return new PairMessage(
        new PairId(fields.id("userId", UserId::new), fields.id("contactId", ContactId::new)),
        fields.text("request"),
        fields.number("attempt", 0),
        fields.code("check", StoredCodes.CHECK, Check.PAIR));
  }
}
