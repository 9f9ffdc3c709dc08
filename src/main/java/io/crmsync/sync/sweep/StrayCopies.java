package io.crmsync.sync.sweep;

import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.PairId;
import io.crmsync.domain.contact.UserId;
import io.crmsync.domain.pair.Pair;
import io.crmsync.domain.snapshot.StoredContact;
import io.crmsync.sync.mailbox.MailboxSession;
import io.crmsync.sync.pair.PlannedPair;
import io.crmsync.sync.port.ContactStore;
import io.crmsync.sync.port.PairStore;
import io.crmsync.sync.preview.PlanPairs;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which of the marked copies in a mailbox are strays: their user may not have the contact, and no
 * removal of them is known, because the rows that would tell of them were lost. Who may have the
 * contact is left alone: the pages of the same run have queued that pair, and it is found by mark.
 */
final class StrayCopies {
  private final ContactStore contacts;
  private final PairStore pairs;
  private final PlanPairs plans;

  StrayCopies(ContactStore contacts, PairStore pairs, PlanPairs plans) {
    this.contacts = contacts;
    this.pairs = pairs;
    this.plans = plans;
  }

  /**
   * Takes the contacts whose mark was found. Costs a look-up for each, and two more for those that
   * the snapshot does not give to the user.
   */
  List<PlannedPair> among(MailboxSession session, Collection<ContactId> marked) {
    UserId user = session.user();
    Map<ContactId, StoredContact> rows = contacts.findAll(marked);
    List<Pair> suspects =
        marked.stream()
            .filter(id -> !told(Optional.ofNullable(rows.get(id)), user))
            .map(id -> pairs.find(new PairId(user, id)).value())
            .toList();
    return plans.of(user, suspects).stream().filter(StrayCopies::nobodyRemoves).toList();
  }

  private static boolean told(Optional<StoredContact> row, UserId user) {
    return row.filter(contact -> contact.audience().contains(user)).isPresent();
  }

  private static boolean nobodyRemoves(PlannedPair found) {
    boolean known = found.pair().mayHaveCopy() && found.removal().isPresent();
    return found.excluded() && !known;
  }
}
