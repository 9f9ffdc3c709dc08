package io.crmsync.sync.preview;

import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.UserId;
import io.crmsync.domain.pair.Pair;
import io.crmsync.domain.snapshot.StoredContact;
import io.crmsync.sync.pair.PlanPair;
import io.crmsync.sync.port.ContactStore;
import io.crmsync.sync.port.SyncListStore;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** As they are stored now: at most two look-ups per pair. */
final class StoredContacts implements PairContacts {
  private final ContactStore contacts;
  private final SyncListStore lists;

  StoredContacts(ContactStore contacts, SyncListStore lists) {
    this.contacts = contacts;
    this.lists = lists;
  }

  @Override
  public Map<ContactId, Seen> of(UserId user, Collection<Pair> pairs) {
    List<ContactId> asked = pairs.stream().map(Pair::contact).toList();
    Map<ContactId, StoredContact> rows = contacts.findAll(asked);
    Set<ContactId> listed =
        lists.listedBy(
            user,
            asked.stream()
                .filter(id -> !inTheAudienceByName(Optional.ofNullable(rows.get(id)), user))
                .toList());
    Map<ContactId, Seen> seen = new HashMap<>();
    asked.forEach(
        id -> seen.put(id, new Seen(Optional.ofNullable(rows.get(id)), listed.contains(id))));
    return seen;
  }

  /** Whose list need not be looked at. That of a hidden contact is, like that of none (R6). */
  private static boolean inTheAudienceByName(Optional<StoredContact> contact, UserId user) {
    return PlanPair.access(contact).named().contains(user)
        && contact.filter(row -> row.audience().contains(user)).isPresent();
  }
}
