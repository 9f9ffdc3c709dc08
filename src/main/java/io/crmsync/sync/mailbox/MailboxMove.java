package io.crmsync.sync.mailbox;

import io.crmsync.domain.audience.MailboxAddress;
import io.crmsync.domain.contact.UserId;
import io.crmsync.sync.port.MailboxState;
import io.crmsync.sync.port.MailboxStore;
import java.time.Clock;
import java.util.function.UnaryOperator;

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

  /** Whoever comes second finds it done, and who is killed in between leaves it to be done. */
  private MailboxState settle(MailboxSession session, MailboxAddress now) {
    UserId user = session.user();
    MailboxState known = states.change(user, UnaryOperator.identity());
    MailboxState settled = known.isAt(now) ? known : moved(session, known, now);
    return settled.toWake() ? woken(user) : settled;
  }

  private MailboxState moved(MailboxSession session, MailboxState known, MailboxAddress now) {
    boolean renamed = known.folder().filter(session.mailbox()::hasFolder).isPresent();
    return states.change(session.user(), old -> moved(old, now, renamed));
  }

  private MailboxState moved(MailboxState old, MailboxAddress now, boolean renamed) {
    if (old.isAt(now)) {
      return old;
    }
    return renamed ? old.at(now) : old.movedTo(now, clock.instant());
  }

  private MailboxState woken(UserId user) {
    folders.forget(user);
    wake.all(user);
    return states.change(user, MailboxState::woken);
  }
}
