package io.crmsync.sync.mailbox;

import io.crmsync.domain.audience.MailboxAddress;
import io.crmsync.domain.contact.UserId;
import io.crmsync.domain.plan.FolderId;
import io.crmsync.sync.port.MailboxState;
import io.crmsync.sync.port.MailboxStore;
import java.time.Clock;
import java.util.Optional;

/**
 * A user's mailbox value has changed (R22). If the stored folder answers there, it was a renaming;
 * else it is another mailbox, where all pairs of the user begin anew.
 */
public final class MailboxMove {
  private final MailboxStore states;
  private final MailboxFolders folders;
  private final WakePairs wake;
  private final Clock clock;
  private final UserLocks locks = new UserLocks();

  public MailboxMove(MailboxStore states, MailboxFolders folders, WakePairs wake, Clock clock) {
    this.clock = clock;
    this.states = states;
    this.folders = folders;
    this.wake = wake;
  }

  /** Takes the session of the new mailbox with the old state; gives the state as it is now. */
  MailboxState to(MailboxSession session, MailboxAddress now) {
    return locks.alone(session.user(), () -> settle(session, now));
  }

  private MailboxState settle(MailboxSession session, MailboxAddress now) {
    UserId user = session.user();
    Optional<FolderId> folder = session.state().folder();
    boolean renamed = folder.isPresent() && session.mailbox().hasFolder(folder.get());
    MailboxState settled = states.change(user, old -> settled(old, now, renamed));
    if (!renamed) {
      folders.forget(user);
      wake.all(user);
    }
    return settled;
  }

  private MailboxState settled(MailboxState old, MailboxAddress now, boolean renamed) {
    boolean done = old.address().map(address -> address.sameAs(now)).orElse(false);
    if (done) {
      return old;
    }
    return renamed ? old.at(now) : old.movedTo(now, clock.instant());
  }
}
