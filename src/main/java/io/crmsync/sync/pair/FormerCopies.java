package io.crmsync.sync.pair;

import io.crmsync.domain.audience.MailboxAddress;
import io.crmsync.domain.mailbox.MailboxState;
import io.crmsync.domain.outlook.FolderId;
import io.crmsync.domain.outlook.OutlookId;
import io.crmsync.domain.pair.Link;
import io.crmsync.domain.pair.Pair;
import io.crmsync.domain.removal.Due;
import io.crmsync.domain.removal.OpenRemoval;
import io.crmsync.domain.removal.Removal;
import io.crmsync.sync.mailbox.AskIdentity;
import io.crmsync.sync.port.DueStore;
import io.crmsync.sync.port.Mailbox;
import io.crmsync.sync.port.MailboxBusy;
import io.crmsync.sync.port.MailboxClosed;
import io.crmsync.sync.port.MailboxRefused;
import io.crmsync.sync.port.Mailboxes;
import io.crmsync.sync.port.ReadBeforeRemoval;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Takes a contact out of mailboxes that the user no longer has, if they still answer (R22). Always
 * softly: what became of such a mailbox is not ours to know. A mailbox that came back is the
 * present one, and what is in it stays with its pair.
 *
 * <p>One that refuses, or is busy, is tried again by the next nights, for as long as the removal is
 * open: the present mailbox does not wait for it. Only where there is no mailbox any more, and has
 * been none for so long that Exchange has purged what was in it, it is given up.
 */
final class FormerCopies {
  /** Nothing is tried again before the next night. */
  private static final Duration PAUSE = Duration.ofHours(1);

  /** A mailbox that was deleted, or lost its licence, can be brought back for 30 days. */
  private static final Duration EXCHANGE_KEEPS = Duration.ofDays(30);

  private final Mailboxes mailboxes;
  private final AskIdentity ask;
  private final ReassignedMailbox reassigned;
  private final DueStore due;
  private final Clock clock;

  FormerCopies(
      Mailboxes mailboxes,
      AskIdentity ask,
      ReassignedMailbox reassigned,
      DueStore due,
      Clock clock) {
    this.clock = clock;
    this.mailboxes = mailboxes;
    this.ask = ask;
    this.reassigned = reassigned;
    this.due = due;
  }

  /**
   * Removes them; the pair itself stays as it is. The open removal ends before the pair forgets
   * them: one of which no pair knows any more would be released night after night. Where a mailbox
   * refused, it stays open, and nothing is tried before the next night.
   */
  Ending apply(Attempt attempt) {
    List<Link> left = new ArrayList<>(removeElsewhere(attempt));
    Pair pair = attempt.pair();
    Instant later = clock.instant().plus(PAUSE);
    boolean done = left.isEmpty();
    due.change(pair.id(), row -> done ? carriedOut(row) : row.retrying(Optional.of(later)));
    if (pair.link().isEmpty()) {
      left.addAll(here(attempt));
    }
    forgetBut(attempt, left);
    return Ending.formerRemoved();
  }

  /** What was proposed or decided since is another removal, and stays. */
  private static Due carriedOut(Due row) {
    boolean released =
        row.removal().filter(r -> r.state() == OpenRemoval.State.RELEASED).isPresent();
    return released ? row.done() : row;
  }

  /**
   * Removes them, and those in the present mailbox, of a pair that is to leave. It keeps those
   * whose mailbox refused.
   */
  void removeAll(Attempt attempt) {
    List<Link> left = removeElsewhere(attempt);
    here(attempt).stream()
        .map(Link::outlookId)
        .filter(id -> attempt.pair().link().filter(link -> link.outlookId().equals(id)).isEmpty())
        .forEach(id -> remove(attempt, attempt.mailbox(), id));
    forgetBut(attempt, left);
  }

  /** Whether a copy that the pair once had may lie in the present mailbox. */
  static boolean mayBeHere(Attempt attempt) {
    return !here(attempt).isEmpty();
  }

  /** Those that lie in the present mailbox, which came back, wherever their user moved them. */
  static List<Link> here(Attempt attempt) {
    return attempt.pair().former().stream()
        .filter(link -> attempt.session().state().cameBack(link.mailboxEpoch()))
        .toList();
  }

  /** Gives those that are still to be removed. */
  private List<Link> removeElsewhere(Attempt attempt) {
    List<Link> elsewhere = new ArrayList<>(attempt.pair().former());
    elsewhere.removeAll(here(attempt));
    elsewhere.removeIf(link -> addressOf(attempt, link).isEmpty());
    return elsewhere.stream().filter(link -> !removed(attempt, link)).toList();
  }

  private boolean removed(Attempt attempt, Link link) {
    try {
      removeAt(addressOf(attempt, link).orElseThrow(), attempt, link);
      return true;
    } catch (MailboxClosed closed) {
      return closed.kind() == MailboxClosed.Cause.MISSING && missingForGood(attempt.pair());
    } catch (MailboxRefused | MailboxBusy notNow) {
      return false;
    }
  }

  private boolean missingForGood(Pair pair) {
    Instant purged = clock.instant().minus(EXCHANGE_KEEPS);
    return due.find(pair.id())
        .flatMap(Due::removal)
        .filter(removal -> removal.since().isBefore(purged))
        .isPresent();
  }

  private void removeAt(MailboxAddress address, Attempt attempt, Link link) {
    Mailbox mailbox = mailboxes.at(address);
    FolderId id = ask.of(address, mailbox, AskIdentity.Age.THIS_RUN);
    if (liesIn(id, attempt, link)
        && !reassigned.keeps(address, Optional.of(id), attempt.pair(), link.outlookId())) {
      remove(attempt, mailbox, link.outlookId());
    }
  }

  /** The address may have come to stand for another mailbox, or be one more of the present one. */
  private static boolean liesIn(FolderId id, Attempt attempt, Link link) {
    MailboxState state = attempt.session().state();
    boolean same = state.identityIn(link.mailboxEpoch()).map(id::equals).orElse(true);
    return same && !state.identity().is(id);
  }

  private static Optional<MailboxAddress> addressOf(Attempt attempt, Link link) {
    return attempt.session().state().addressIn(link.mailboxEpoch());
  }

  private static void forgetBut(Attempt attempt, List<Link> stay) {
    if (!attempt.pair().former().equals(stay)) {
      attempt.remember(attempt.pair().withFormer(stay));
    }
  }

  private static void remove(Attempt attempt, Mailbox mailbox, OutlookId id) {
    if (ReadBeforeRemoval.read(mailbox, id).filter(attempt::isMarked).isPresent()) {
      attempt.requests().remove(mailbox, id, Removal.SOFT);
    }
  }
}
