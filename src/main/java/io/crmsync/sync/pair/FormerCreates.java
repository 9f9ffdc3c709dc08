package io.crmsync.sync.pair;

import io.crmsync.domain.base.Base;
import io.crmsync.domain.mailbox.MailboxState;
import io.crmsync.domain.outlook.FolderEntry;
import io.crmsync.domain.outlook.FolderId;
import io.crmsync.domain.outlook.OutlookId;
import io.crmsync.domain.pair.Link;
import io.crmsync.domain.pair.Pair;
import io.crmsync.domain.plan.Matching;
import io.crmsync.domain.reason.Reason;
import io.crmsync.sync.mailbox.AskIdentity;
import io.crmsync.sync.port.FolderGone;
import io.crmsync.sync.port.Mailbox;
import io.crmsync.sync.port.MailboxBusy;
import io.crmsync.sync.port.MailboxClosed;
import io.crmsync.sync.port.MailboxRefused;
import io.crmsync.sync.port.Mailboxes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Looks for what a create whose end nobody knows may have left in a mailbox that its user has no
 * more (R19, R22). What is found is a former copy like any other: it leaves through the guard.
 */
final class FormerCreates {
  private final Mailboxes mailboxes;
  private final AskIdentity ask;
  private final ProposeRemoval propose;

  FormerCreates(Mailboxes mailboxes, AskIdentity ask, ProposeRemoval propose) {
    this.mailboxes = mailboxes;
    this.ask = ask;
    this.propose = propose;
  }

  /** Asks nothing unless a create is open, and was sent before the user got the mailbox. */
  void find(Attempt attempt) {
    attempt.open().lost().creatingSince().ifPresent(since -> find(attempt, since));
  }

  private void find(Attempt attempt, Instant since) {
    List<Link> found = new ArrayList<>();
    attempt
        .session()
        .state()
        .formerAround(since)
        .forEach(epoch -> found.addAll(unlessUnanswered(attempt, epoch)));
    if (!found.isEmpty()) {
      Pair pair = attempt.pair();
      List<Link> former = Stream.concat(pair.former().stream(), found.stream()).toList();
      attempt.remember(pair.withFormer(former));
      propose.unlessKnown(attempt.pair(), Reason.MAILBOX_CHANGED);
    }
  }

  /** The present mailbox does not wait for it: it is asked once more by the recheck. */
  private List<Link> unlessUnanswered(Attempt attempt, int epoch) {
    try {
      return in(attempt, epoch);
    } catch (MailboxClosed | MailboxRefused | MailboxBusy e) {
      return List.of();
    }
  }

  private List<Link> in(Attempt attempt, int epoch) {
    MailboxState state = attempt.session().state();
    Mailbox mailbox = mailboxes.at(state.addressIn(epoch).orElseThrow());
    FolderId id = ask.of(state.addressIn(epoch).orElseThrow(), mailbox, AskIdentity.Age.THIS_RUN);
    boolean another = state.identityIn(epoch).filter(known -> !known.equals(id)).isPresent();
    if (another || state.identity().is(id)) {
      return List.of();
    }
    return mailbox.folders().keySet().stream()
        .flatMap(folder -> marked(attempt, mailbox, folder))
        .filter(attempt.open()::mayHaveMade)
        .map(FolderEntry::id)
        .filter(copy -> !isKnown(attempt.pair(), copy))
        .map(copy -> new Link(copy, Link.Origin.FOUND, Base.NONE, epoch, attempt.began()))
        .toList();
  }

  private static Stream<FolderEntry> marked(Attempt attempt, Mailbox mailbox, FolderId folder) {
    try {
      List<FolderEntry> found = mailbox.find(folder, attempt.pair().contact(), "");
      return Matching.marked(found, attempt.pair().contact()).stream();
    } catch (FolderGone gone) {
      return Stream.empty();
    }
  }

  private static boolean isKnown(Pair pair, OutlookId copy) {
    return pair.former().stream().map(Link::outlookId).anyMatch(copy::equals);
  }
}
