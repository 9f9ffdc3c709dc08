package io.crmsync.sync.sweep;

import io.crmsync.domain.audience.Exclusion;
import io.crmsync.domain.base.Base;
import io.crmsync.domain.outlook.FolderEntry;
import io.crmsync.domain.outlook.FolderId;
import io.crmsync.domain.pair.Link;
import io.crmsync.domain.pair.Pair;
import io.crmsync.domain.plan.Matching;
import io.crmsync.domain.reason.Reason;
import io.crmsync.domain.run.Run;
import io.crmsync.domain.run.RunCounts;
import io.crmsync.domain.version.Version;
import io.crmsync.domain.version.Versioned;
import io.crmsync.sync.mailbox.MailboxFolders;
import io.crmsync.sync.mailbox.MailboxSession;
import io.crmsync.sync.pair.PlannedPair;
import io.crmsync.sync.pair.ProposeRemoval;
import io.crmsync.sync.port.ContactStore;
import io.crmsync.sync.port.MailboxRefused;
import io.crmsync.sync.port.PairStore;
import io.crmsync.sync.port.StaleWrite;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * Makes a stray copy an ordinary removal again: gives its pair the link back, as one that was found
 * by its mark, so that it goes softly (R16), and writes the removal down. Guard, held list, an
 * admin's decision and the work on the pair are then what they always are.
 *
 * <p>The order matters: the removal, the contact's tombstone, the link. Whoever is killed in
 * between leaves what is still a stray, and the next full run mends it.
 */
final class ProposeStray {
  private final StrayContact contact;
  private final ContactStore contacts;
  private final PairStore pairs;
  private final ProposeRemoval propose;
  private final MailboxFolders folders;
  private final Clock clock;

  ProposeStray(
      StrayContact contact,
      ContactStore contacts,
      PairStore pairs,
      ProposeRemoval propose,
      MailboxFolders folders,
      Clock clock) {
    this.contact = contact;
    this.contacts = contacts;
    this.pairs = pairs;
    this.propose = propose;
    this.folders = folders;
    this.clock = clock;
  }

  /**
   * Proposes it, if it is a stray after all: not if somebody works on it, if it has gone, or if the
   * CRM has the contact and only the snapshot lacks it.
   *
   * @param run with what it counted until now
   * @param copies every contact of the mailbox that has the mark
   * @param lastTry whether no clear answer of the CRM is an answer: the copy stays
   * @return what the run is to count
   * @throws io.crmsync.sync.port.CrmUnavailable whether the CRM has it cannot be known now (R17)
   */
  RunCounts removalOf(
      PlannedPair stray,
      MailboxSession session,
      List<FolderEntry> copies,
      Run run,
      boolean lastTry) {
    Versioned<Pair> stored = pairs.find(stray.id());
    Pair pair = session.state().seen(stored.value());
    if (claimed(pair)
        || (pair.link().isEmpty() && !stillThere(session, chosen(stray, session, copies)))) {
      return RunCounts.NONE;
    }
    StrayContact.Finding verdict = contact.of(stray.contact(), run, lastTry);
    if (!verdict.leaves()) {
      return verdict.counts();
    }
    propose.unlessKnown(pair, reason(stray, pair));
    verdict
        .tombstone()
        .ifPresent(row -> contacts.write(List.of(new Versioned<>(row, Version.ABSENT))));
    boolean proposed =
        pair.link().isPresent()
            || linked(stored.with(pair), session, chosen(stray, session, copies));
    return proposed ? verdict.counts().with(RunCounts.STRAY_COPIES, 1) : verdict.counts();
  }

  private boolean claimed(Pair pair) {
    return pair.claim().filter(claim -> claim.live(clock.instant())).isPresent();
  }

  /** The one that an attempt at the pair would take for its copy (R8). */
  private static FolderEntry chosen(
      PlannedPair stray, MailboxSession session, List<FolderEntry> copies) {
    FolderId configured = session.state().folder().orElse(copies.get(0).folder());
    return Matching.among(copies, stray.contact(), "", configured).entry().orElseThrow();
  }

  /** One that cannot be read is left to the next full run, and stops nobody (R8). */
  private boolean stillThere(MailboxSession session, FolderEntry copy) {
    try {
      return isThere(session, copy);
    } catch (MailboxRefused refused) {
      return false;
    }
  }

  /** It was listed a moment ago; whoever removed it since has deleted the pair's row with it. */
  private boolean isThere(MailboxSession session, FolderEntry copy) {
    return session
        .mailbox()
        .read(copy.id())
        .filter(now -> now.mark().equals(copy.mark()))
        .filter(now -> folders.isThere(session, now.folder()))
        .isPresent();
  }

  /** Where the link was never lost, the reason is what any run would have said. */
  private static Reason reason(PlannedPair stray, Pair pair) {
    return pair.link().isPresent()
        ? stray.exclusion().map(Exclusion::reason).orElseThrow()
        : Reason.STRAY_COPY;
  }

  private boolean linked(Versioned<Pair> pair, MailboxSession session, FolderEntry copy) {
    Instant now = clock.instant();
    Link link =
        new Link(copy.id(), Link.Origin.FOUND, Base.NONE, session.state().epoch(), now)
            .wrote(Set.of(), now);
    try {
      pairs.write(pair.with(pair.value().linkedTo(link)));
      return true;
    } catch (StaleWrite e) {
      return false; // somebody works on it after all
    }
  }
}
