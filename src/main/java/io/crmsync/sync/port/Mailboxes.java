package io.crmsync.sync.port;

import io.crmsync.domain.audience.MailboxAddress;

/** The way to a mailbox. */
public interface Mailboxes {
  /** No request is sent by this. */
  Mailbox at(MailboxAddress address);
}
