package io.crmsync.sync.pair;

import io.crmsync.domain.audience.MailboxAddress;
import io.crmsync.domain.plan.Link;
import io.crmsync.domain.plan.Outcome;
import io.crmsync.domain.plan.OutlookContact;
import io.crmsync.domain.plan.OutlookId;
import io.crmsync.domain.plan.Pair;
import io.crmsync.domain.plan.Removal;
import io.crmsync.domain.snapshot.OpenRemoval;
import io.crmsync.sync.port.Due;
import io.crmsync.sync.port.DueStore;
import io.crmsync.sync.port.Mailbox;
import io.crmsync.sync.port.MailboxClosed;
import io.crmsync.sync.port.Mailboxes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Takes a contact out of mailboxes that the user no longer has, if they still answer (R22). Always
 * softly: what became of such a mailbox is not ours to know. A mailbox that came back is the
 * present one, and what is in it stays with its pair.
 */
final class FormerCopies {
  private final Mailboxes mailboxes;
  private final HandedOn handedOn;
  private final DueStore due;

  FormerCopies(Mailboxes mailboxes, HandedOn handedOn, DueStore due) {
    this.mailboxes = mailboxes;
    this.handedOn = handedOn;
    this.due = due;
  }

  /**
   * Removes them; the pair itself stays as it is. The open removal ends before the pair forgets
   * them: one of which no pair knows any more would be released night after night.
   */
  Look carryOut(PairWork work) {
    removeElsewhere(work);
    Pair pair = work.pair();
    due.change(pair.contact(), pair.user(), FormerCopies::carriedOut);
    boolean toBeFound = work.pair().link().isEmpty();
    forgetBut(work, toBeFound ? here(work) : List.of());
    return work.unclaimed(Outcome.REMOVED);
  }

  /** What was proposed or decided since is another removal, and stays. */
  private static Due carriedOut(Due row) {
    boolean released =
        row.removal().filter(r -> r.state() == OpenRemoval.State.RELEASED).isPresent();
    return released ? row.done() : row;
  }

  /** Removes them, and those in the present mailbox, of a pair that is to leave. */
  void remove(PairWork work) {
    removeElsewhere(work);
    here(work).stream()
        .map(Link::outlookId)
        .filter(id -> work.pair().link().filter(link -> link.outlookId().equals(id)).isEmpty())
        .forEach(id -> remove(work, work.mailbox(), id));
    forgetBut(work, List.of());
  }

  /** Whether a copy that the pair once had may lie in the present mailbox. */
  static boolean mayBeHere(PairWork work) {
    return !here(work).isEmpty();
  }

  private static List<Link> here(PairWork work) {
    return work.pair().former().stream()
        .filter(link -> work.session().state().cameBack(link.mailboxEpoch()))
        .toList();
  }

  private void removeElsewhere(PairWork work) {
    List<Link> elsewhere = new ArrayList<>(work.pair().former());
    elsewhere.removeAll(here(work));
    elsewhere.removeIf(link -> addressOf(work, link).isEmpty() || isAnothers(work, link));
    elsewhere.forEach(
        link -> remove(work, mailboxes.at(addressOf(work, link).orElseThrow()), link.outlookId()));
  }

  private boolean isAnothers(PairWork work, Link link) {
    return addressOf(work, link)
        .filter(address -> handedOn.keeps(address, work.pair(), link.outlookId()))
        .isPresent();
  }

  private static Optional<MailboxAddress> addressOf(PairWork work, Link link) {
    return work.session().state().addressIn(link.mailboxEpoch());
  }

  private static void forgetBut(PairWork work, List<Link> stay) {
    if (!work.pair().former().equals(stay)) {
      work.remember(work.pair().withFormer(stay));
    }
  }

  private static void remove(PairWork work, Mailbox mailbox, OutlookId id) {
    try {
      Optional<OutlookContact> copy = mailbox.read(id).filter(work::isMarked);
      boolean there = copy.filter(c -> mailbox.hasContactFolder(c.folder())).isPresent();
      if (there) {
        work.send(() -> mailbox.remove(id, Removal.SOFT));
      }
    } catch (MailboxClosed closed) {
      // it no longer answers, and nothing can be removed there
    }
  }
}
