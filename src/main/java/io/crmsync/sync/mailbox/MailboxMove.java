package io.crmsync.sync.mailbox;

import io.crmsync.domain.contact.UserId;
import io.crmsync.domain.mailbox.MailboxState;
import io.crmsync.domain.outlook.FolderId;
import io.crmsync.sync.port.MailboxStore;
import java.time.Clock;
import java.time.Instant;
import java.util.function.UnaryOperator;

/**
 * Stores which mailbox answered at a user's address (R22). The same one there, or at another
 * address, is no news; if it is another one, all pairs of the user begin anew.
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

  /**
   * Stores which mailbox answered.
   *
   * @param defaultFolder the id of the default folder that it answered with
   * @return the session with the mailbox's state as it is stored now
   */
  MailboxSession identified(MailboxSession session, FolderId defaultFolder) {
    return locks.alone(session.user(), () -> settled(session, defaultFolder));
  }

  private MailboxSession settled(MailboxSession session, FolderId defaultFolder) {
    UserId user = session.user();
    MailboxState known = states.change(user, UnaryOperator.identity());
    boolean folderAnswers = folderAnswers(session.with(known));
    Instant now = clock.instant();
    MailboxState met =
        states.change(user, old -> old.met(session.address(), defaultFolder, folderAnswers, now));
    if (met.epoch() != session.state().epoch()) {
      folders.forget(user);
    }
    return session.with(met);
  }

  /** What {@link #identified} would give; nothing is stored. */
  MailboxSession forecast(MailboxSession session, FolderId defaultFolder) {
    return session.with(
        session
            .state()
            .met(session.address(), defaultFolder, folderAnswers(session), clock.instant()));
  }

  /**
   * Whether our folder is there, where the address has changed and an older version of the app did
   * not write down which mailbox it was: then it was a renaming.
   */
  private static boolean folderAnswers(MailboxSession session) {
    MailboxState known = session.state();
    return known.identity().present().isEmpty()
        && known.address().isPresent()
        && !known.isAt(session.address())
        && known.folder().filter(session.mailbox()::hasFolder).isPresent();
  }

  /**
   * Queues the user's pairs again where that is due. A second worker finds it done; a worker that
   * is killed in between leaves it due.
   */
  MailboxSession woken(MailboxSession session) {
    return session.state().toWake()
        ? locks.alone(session.user(), () -> session.with(woken(session.user())))
        : session;
  }

  private MailboxState woken(UserId user) {
    folders.forget(user);
    wake.all(user);
    return states.change(user, MailboxState::woken);
  }
}
