package io.crmsync.sync.port;

import io.crmsync.domain.contact.UserId;
import java.util.List;
import java.util.function.UnaryOperator;

/** What is known of the mailboxes, shared by all instances. */
public interface MailboxStore {
  /** May be up to 30 seconds old: what another instance wrote shows by then. */
  MailboxState of(UserId user);

  /**
   * Changes the state, read anew, under its version, as often as it takes.
   *
   * @return the state as stored
   */
  MailboxState change(UserId user, UnaryOperator<MailboxState> change);

  /** All that are stored, by user. */
  List<MailboxState> all();
}
