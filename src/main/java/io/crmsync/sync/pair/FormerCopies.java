package io.crmsync.sync.pair;

import io.crmsync.domain.audience.MailboxAddress;
import io.crmsync.domain.plan.Link;
import io.crmsync.domain.plan.Outcome;
import io.crmsync.domain.plan.OutlookContact;
import io.crmsync.domain.plan.Removal;
import io.crmsync.sync.port.Mailbox;
import io.crmsync.sync.port.MailboxClosed;
import io.crmsync.sync.port.Mailboxes;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Takes a contact out of mailboxes that the user no longer has, if they still answer (R22). Always
 * softly: what became of such a mailbox is not ours to know.
 */
final class FormerCopies {
  private final Mailboxes mailboxes;

  FormerCopies(Mailboxes mailboxes) {
    this.mailboxes = mailboxes;
  }

  /** Removes them; the pair itself stays as it is. */
  Look carryOut(PairWork work) {
    remove(work);
    return work.unclaimed(Outcome.REMOVED);
  }

  void remove(PairWork work) {
    for (Link link : work.pair().former()) {
      addressOf(link, work).ifPresent(address -> remove(work, address, link));
    }
    if (!work.pair().former().isEmpty()) {
      work.remember(work.pair().withoutFormer());
    }
  }

  /** A row of the mailbox that was lost, and begun anew, counts from an earlier epoch on. */
  private static Optional<MailboxAddress> addressOf(Link link, PairWork work) {
    NavigableMap<Integer, MailboxAddress> former = new TreeMap<>(work.session().state().former());
    return Optional.ofNullable(former.floorEntry(link.mailboxEpoch())).map(Map.Entry::getValue);
  }

  private void remove(PairWork work, MailboxAddress address, Link link) {
    Mailbox mailbox = mailboxes.at(address);
    try {
      Optional<OutlookContact> copy = mailbox.read(link.outlookId());
      boolean there = copy.filter(c -> mailbox.folders().containsKey(c.folder())).isPresent();
      if (there) {
        work.send(() -> mailbox.remove(link.outlookId(), Removal.SOFT));
      }
    } catch (MailboxClosed closed) {
      // it no longer answers, and nothing can be removed there
    }
  }
}
