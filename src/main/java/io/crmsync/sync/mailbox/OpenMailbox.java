package io.crmsync.sync.mailbox;

import io.crmsync.sync.mailbox.MailboxSlots.Slot;

/**
 * A mailbox that a worker was let into; its place there is free again when this is closed.
 *
 * @param session the mailbox as it was met
 */
public record OpenMailbox(MailboxSession session, Slot slot) implements AutoCloseable {
  @Override
  public void close() {
    slot.close();
  }
}
