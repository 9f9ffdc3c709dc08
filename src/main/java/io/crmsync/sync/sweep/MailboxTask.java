package io.crmsync.sync.sweep;

import io.crmsync.domain.run.Run;
import io.crmsync.domain.run.RunCounts;
import io.crmsync.sync.mailbox.MailboxSession;
import io.crmsync.sync.mailbox.VisitResult;

/** What a run does in each mailbox that it comes to, and once it has been in all. */
interface MailboxTask {

  /**
   * Does it in one mailbox. May be done there again, after a crash or a failure in the middle.
   *
   * @param run with what it counted until now
   * @param lastTry whether what is not answered now is done without, and the run goes on
   * @throws io.crmsync.sync.port.MailboxBusy the visit is repeated, later
   * @throws io.crmsync.sync.port.MailboxClosed the mailbox is parked, and the sweep goes on
   */
  VisitResult in(Run run, boolean lastTry, MailboxSession session);

  /** The name in {@link RunCounts} for the mailboxes where it was done to the end. */
  default String countOfVisited() {
    return RunCounts.MAILBOXES_VISITED;
  }

  /** The name in {@link RunCounts} for the mailboxes that could not be entered. */
  default String countOfUnreachable() {
    return RunCounts.MAILBOXES_UNREACHABLE;
  }

  /** What follows the last mailbox; takes the run with all that was counted. */
  Run afterLast(Run run);
}
