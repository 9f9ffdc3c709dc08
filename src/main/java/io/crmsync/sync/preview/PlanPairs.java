package io.crmsync.sync.preview;

import io.crmsync.domain.audience.Directory;
import io.crmsync.domain.audience.Entitlement;
import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.PairId;
import io.crmsync.domain.contact.UserId;
import io.crmsync.domain.mailbox.MailboxState;
import io.crmsync.domain.pair.Pair;
import io.crmsync.domain.removal.OpenRemoval;
import io.crmsync.domain.snapshot.StoredContact;
import io.crmsync.sync.pair.PlanPair;
import io.crmsync.sync.pair.PlannedPair;
import io.crmsync.sync.pair.ReconcilePair;
import io.crmsync.sync.port.DirectoryStore;
import io.crmsync.sync.port.MailboxStore;
import io.crmsync.sync.port.SyncListStore;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Forecasts what attempts at pairs would do: the same plans as {@link ReconcilePair} leads to, and
 * nothing is written.
 */
public final class PlanPairs {
  private final PairContacts contacts;
  private final SyncListStore lists;
  private final DirectoryStore directories;
  private final MailboxStore mailboxes;
  private final PlanPair plan;

  PlanPairs(
      PairContacts contacts,
      SyncListStore lists,
      DirectoryStore directories,
      MailboxStore mailboxes,
      PlanPair plan) {
    this.contacts = contacts;
    this.lists = lists;
    this.directories = directories;
    this.mailboxes = mailboxes;
    this.plan = plan;
  }

  /**
   * The plans for several of a user's pairs, in their order: what reading the contacts costs,
   * however many other users there are, and a look-up for each pair that lost access.
   */
  public List<PlannedPair> of(UserId user, List<Pair> stored) {
    return of(mailboxes.of(user), stored);
  }

  /**
   * The plans for several of a user's pairs, in their order, if the user's mailbox is in this
   * state.
   */
  public List<PlannedPair> of(MailboxState mailbox, List<Pair> stored) {
    Map<ContactId, PairContacts.Seen> seen = contacts.of(mailbox.user(), stored);
    Directory directory = PlanPair.directory(directories.current());
    return stored.stream()
        .map(mailbox::seen)
        .map(pair -> of(pair, Objects.requireNonNull(seen.get(pair.contact())), directory))
        .toList();
  }

  private PlannedPair of(Pair pair, PairContacts.Seen seen, Directory directory) {
    Optional<StoredContact> row = seen.row();
    return plan.of(pair, row, plan.entitlement(pair, row, seen.listed(), directory));
  }

  /**
   * The plan for a pair whose contact is not stored yet as it is going to be.
   *
   * @param contact the row as it would be
   * @param removal as it would be; empty: none
   */
  public PlannedPair of(
      Pair stored, StoredContact contact, Entitlement entitlement, Optional<OpenRemoval> removal) {
    Pair pair = mailboxes.of(stored.user()).seen(stored);
    return plan.of(pair, Optional.of(contact), entitlement, removal);
  }

  /** On which lists its user has it; one look-up more, unless it is known already. */
  Explanation.OnLists lists(PlannedPair found) {
    UserId user = found.user();
    return new Explanation.OnLists(
        found.entitlement().listedHere().contains(user)
            || lists.contains(new PairId(user, found.contact())),
        found.entitlement().access().syncList().contains(user));
  }
}
