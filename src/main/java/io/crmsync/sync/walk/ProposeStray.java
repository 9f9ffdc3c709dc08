package io.crmsync.sync.walk;

import io.crmsync.domain.audience.Exclusion;
import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.plan.Base;
import io.crmsync.domain.plan.FolderEntry;
import io.crmsync.domain.plan.FolderId;
import io.crmsync.domain.plan.Link;
import io.crmsync.domain.plan.Matching;
import io.crmsync.domain.plan.Pair;
import io.crmsync.domain.reason.Reason;
import io.crmsync.domain.snapshot.StoredContact;
import io.crmsync.sync.mailbox.MailboxFolders;
import io.crmsync.sync.mailbox.MailboxSession;
import io.crmsync.sync.pair.PlannedPair;
import io.crmsync.sync.pair.ProposeRemoval;
import io.crmsync.sync.port.ContactStore;
import io.crmsync.sync.port.CrmFeed;
import io.crmsync.sync.port.PairStore;
import io.crmsync.sync.port.StaleWrite;
import io.crmsync.sync.port.Version;
import io.crmsync.sync.port.Versioned;
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
  private final CrmFeed crm;
  private final ContactStore contacts;
  private final PairStore pairs;
  private final ProposeRemoval propose;
  private final MailboxFolders folders;
  private final Clock clock;

  ProposeStray(
      CrmFeed crm,
      ContactStore contacts,
      PairStore pairs,
      ProposeRemoval propose,
      MailboxFolders folders,
      Clock clock) {
    this.crm = crm;
    this.contacts = contacts;
    this.pairs = pairs;
    this.propose = propose;
    this.folders = folders;
    this.clock = clock;
  }

  /**
   * Proposes it.
   *
   * @param copies every contact of the mailbox that has the mark
   * @return whether it was a stray after all: not if somebody works on it, if it has gone, or if
   *     the CRM has the contact and only the snapshot lacks it
   * @throws io.crmsync.sync.port.CrmUnavailable whether the CRM has it cannot be known now (R17)
   */
  boolean removalOf(PlannedPair stray, MailboxSession session, List<FolderEntry> copies) {
    Versioned<Pair> stored = pairs.find(stray.user(), stray.contact());
    Pair pair = session.state().seen(stored.value());
    if (claimed(pair)
        || (pair.link().isEmpty() && !stillThere(session, chosen(stray, session, copies)))) {
      return false;
    }
    Instant askedAt = clock.instant();
    boolean unknown = contacts.find(stray.contact()).isEmpty();
    if (unknown && crm.contact(stray.contact()).isPresent()) {
      return false;
    }
    propose.unlessKnown(pair, reason(stray, pair));
    if (unknown) {
      bury(stray.contact(), askedAt);
    }
    return pair.link().isPresent()
        || linked(stored.with(pair), session, chosen(stray, session, copies));
  }

  private boolean claimed(Pair pair) {
    return pair.claim().filter(claim -> claim.live(clock.instant())).isPresent();
  }

  /** The one that a look at the pair would take for its copy (R8). */
  private static FolderEntry chosen(
      PlannedPair stray, MailboxSession session, List<FolderEntry> copies) {
    FolderId configured = session.state().folder().orElse(copies.get(0).folder());
    return Matching.among(copies, stray.contact(), "", configured).entry().orElseThrow();
  }

  /** It was listed a moment ago; whoever removed it since has deleted the pair's row with it. */
  private boolean stillThere(MailboxSession session, FolderEntry copy) {
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

  /** Without a row of the contact no page would look at the removal again. */
  private void bury(ContactId contact, Instant askedAt) {
    contacts.write(
        List.of(new Versioned<>(StoredContact.tombstone(contact, askedAt), Version.ABSENT)));
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
