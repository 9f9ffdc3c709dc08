package io.crmsync.sync.port;

import io.crmsync.domain.contact.UserId;
import io.crmsync.domain.mailbox.MailboxState;
import io.crmsync.domain.outlook.FolderId;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/** What is known of the mailboxes, shared by all instances. */
public interface MailboxStore {
  /** May be up to 30 seconds old: what another instance wrote shows by then. */
  MailboxState of(UserId user);

  /** As it is stored now: what any instance wrote shows at once. */
  MailboxState latest(UserId user);

  /**
   * Changes the state, read anew, under its version, as often as it takes.
   *
   * @return the state as stored
   */
  MailboxState change(UserId user, UnaryOperator<MailboxState> change);

  /** All that are stored, by user. */
  List<MailboxState> all();

  /**
   * Notes that a user was found to have the mailbox with this default folder (R22). Of two who are
   * noted at the same moment, at least one is told of the other.
   *
   * @return all of whom that was ever noted, this one too; some may have another mailbox by now
   */
  Set<UserId> addOwner(FolderId defaultFolder, UserId user);

  /** All of whom {@link #addOwner} was ever told for this mailbox. */
  Set<UserId> owners(FolderId defaultFolder);
}
