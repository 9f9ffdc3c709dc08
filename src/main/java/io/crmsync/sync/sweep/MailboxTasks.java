package io.crmsync.sync.sweep;

import io.crmsync.domain.run.Run;
import io.crmsync.domain.run.Run.Phase;

/**
 * What each sort of run does in the mailboxes.
 *
 * @param sweep of a full run
 * @param list of an uninstall that nobody decided on yet
 * @param clear of one that was released
 */
record MailboxTasks(MailboxTask sweep, MailboxTask list, MailboxTask clear) {

  MailboxTask of(Run run) {
    return switch (run.mode()) {
      case FULL -> sweep;
      case UNINSTALL, UNMARK -> run.phase() == Phase.DECIDED ? clear : list;
      case CHANGES, DRY_RUN ->
          throw new IllegalStateException("visits no mailboxes: " + run.mode().code());
    };
  }
}
