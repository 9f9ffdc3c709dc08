package io.crmsync.sync.port;

import io.crmsync.domain.audience.MailboxAddress;

/** Opens mailboxes by their address; sends no request. */
public interface Mailboxes {
  /** The mailbox at this address, whether or not there is one. */
  Mailbox at(MailboxAddress address);
}
