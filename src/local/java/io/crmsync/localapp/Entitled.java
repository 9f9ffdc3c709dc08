package io.crmsync.localapp;

import io.crmsync.domain.audience.AudiencePolicy;
import io.crmsync.domain.audience.Entitlement;
import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.UserId;
import io.crmsync.domain.eligibility.Eligibility;
import io.crmsync.domain.snapshot.Reading;
import io.crmsync.sync.port.SyncListStore;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Who is to have what, by the rules and the CRM's records alone: nothing of it was stored by a run,
 * except the synchronization lists, which are nowhere else.
 *
 * @param wanted the pairs that are to have a copy
 * @param leftAlone the pairs of contacts that are not actionable: a copy stays if there is one
 */
record Entitled(Set<PairKey> wanted, Set<PairKey> leftAlone) {

  static Entitled of(CrmNow crm, SyncListStore lists, AudiencePolicy policy) {
    Map<ContactId, Set<UserId>> listed = lists.range(Optional.empty(), Optional.empty());
    Set<PairKey> wanted = new TreeSet<>();
    Set<PairKey> leftAlone = new TreeSet<>();
    for (Reading reading : crm.contacts()) {
      boolean actionable =
          Eligibility.rejection(reading.contactState(), reading.fields()).isEmpty();
      Set<PairKey> kind = actionable ? wanted : leftAlone;
      new Entitlement(
              reading.contactState(),
              reading.access(),
              listed.getOrDefault(reading.id(), Set.of()),
              crm.directory(),
              policy)
          .audience()
          .forEach(user -> kind.add(new PairKey(user, reading.id())));
    }
    return new Entitled(wanted, leftAlone);
  }

  /** How many mailboxes are to have at least one copy. */
  long mailboxes() {
    return wanted.stream().map(PairKey::user).distinct().count();
  }
}
