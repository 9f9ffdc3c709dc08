package io.crmsync.sync.sweep;

import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.outlook.FolderEntry;
import io.crmsync.domain.outlook.OutlookId;
import io.crmsync.domain.removal.Removal;
import io.crmsync.domain.run.Run;
import io.crmsync.domain.run.Run.Mode;
import io.crmsync.domain.run.RunCounts;
import io.crmsync.sync.mailbox.MailboxSession;
import io.crmsync.sync.mailbox.VisitResult;
import io.crmsync.sync.port.Mailbox;
import io.crmsync.sync.port.MailboxRefused;
import io.crmsync.sync.port.ReadBeforeRemoval;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/**
 * The second sweep of an uninstall, once an admin released it: finds the marked contacts anew, and
 * removes them, always softly, or clears their mark. Then the pairs of the mailbox's user begin
 * anew, so that no row tells of a link that is no more.
 */
final class ClearMarked implements MailboxTask {
  /** So many requests, and a checkpoint is due. */
  private static final int AT_ONCE = 200;

  private final MarkedCopies marked;
  private final ForgetCopies forget;
  private final Clock clock;

  ClearMarked(MarkedCopies marked, ForgetCopies forget, Clock clock) {
    this.marked = marked;
    this.forget = forget;
    this.clock = clock;
  }

  @Override
  public VisitResult in(Run run, boolean lastTry, MailboxSession session) {
    Optional<Duration> wait = forget.claimedFor(session.user());
    if (wait.isPresent()) {
      return VisitResult.later(wait.get());
    }
    Tally tally = new Tally();
    for (MarkedCopies.SearchedMailbox place : marked.places(session)) {
      SortedMap<ContactId, List<FolderEntry>> found = place.found();
      found.forEach(
          (contact, copies) ->
              copies.forEach(copy -> clear(run, place.mailbox(), copy, contact, tally)));
    }
    if (tally.cleared >= AT_ONCE) {
      return VisitResult.more(tally.counts(run.mode()));
    }
    forget.copiesOf(session.user(), tally.refused);
    return VisitResult.done(tally.counts(run.mode()));
  }

  private static void clear(
      Run run, Mailbox mailbox, FolderEntry copy, ContactId contact, Tally tally) {
    if (tally.cleared >= AT_ONCE) {
      return;
    }
    try {
      if (isThere(mailbox, copy)) {
        clear(run, mailbox, copy.id());
        tally.cleared++;
      }
    } catch (MailboxRefused e) {
      tally.refused.add(contact);
    }
  }

  /** What was listed may have been moved to Deleted Items since, or its folder. */
  private static boolean isThere(Mailbox mailbox, FolderEntry copy) {
    return ReadBeforeRemoval.read(mailbox, copy.id(), copy.folder())
        .filter(now -> now.mark().equals(copy.mark()))
        .isPresent();
  }

  private static void clear(Run run, Mailbox mailbox, OutlookId copy) {
    if (run.mode() == Mode.UNMARK) {
      mailbox.unmark(copy);
    } else {
      mailbox.remove(copy, Removal.SOFT);
    }
  }

  @Override
  public String countOfVisited() {
    return RunCounts.MAILBOXES_CLEARED;
  }

  @Override
  public String countOfUnreachable() {
    return RunCounts.MAILBOXES_NOT_CLEARED;
  }

  @Override
  public Run afterLast(Run run) {
    forget.removalsWithoutCopies();
    return run.settled(RunCounts.NONE, clock.instant());
  }

  /** What was done in one visit. */
  private static final class Tally {
    private int cleared;
    private final Set<ContactId> refused = new HashSet<>();

    private RunCounts counts(Mode mode) {
      String name = mode == Mode.UNMARK ? RunCounts.MARKS_CLEARED : RunCounts.COPIES_REMOVED;
      return RunCounts.NONE
          .with(name, cleared)
          .with(RunCounts.COPIES_REFUSED, cleared >= AT_ONCE ? 0 : refused.size());
    }
  }
}
