package io.crmsync.sync.pair;

import io.crmsync.domain.audience.Exclusion;
import io.crmsync.domain.snapshot.StoredContact;
import io.crmsync.domain.version.Versioned;
import io.crmsync.sync.port.ContactStore;
import java.util.List;
import java.util.Optional;

/**
 * Takes a user out of the row of a contact that she may not have just now, although she was told to
 * have it: users and groups were read anew since. Her pair is reconciled, and left. If she may have
 * the contact again before its next page, no page would see a difference, and nobody would
 * reconcile again; so the row forgets that she was told, and the page tells her like anyone new.
 */
final class RevokeAudience {
  private final ContactStore contacts;

  RevokeAudience(ContactStore contacts) {
    this.contacts = contacts;
  }

  /** Where the pair is excluded and the row that its plan was made from says otherwise. */
  void ifExcluded(PairFacts facts) {
    PlannedPair planned = facts.planned();
    if (planned.excluded() && facts.contact().filter(row -> tells(row, planned)).isPresent()) {
      write(planned);
    }
  }

  /** Who changes the row meanwhile may only have noted that all was sent: then once more. */
  private void write(PlannedPair found) {
    Optional<Versioned<StoredContact>> now =
        contacts.find(found.contact()).filter(row -> tells(row.value(), found));
    now.map(row -> row.with(without(row.value(), found)))
        .filter(next -> contacts.write(List.of(next)).isEmpty())
        .ifPresent(lost -> write(found));
  }

  private static boolean tells(StoredContact row, PlannedPair found) {
    return row.audience().contains(found.user());
  }

  private static StoredContact without(StoredContact row, PlannedPair found) {
    return found.exclusion().filter(Exclusion.OUTSIDE_PILOT::equals).isPresent()
        ? row.frozenFor(found.user())
        : row.untold(found.user());
  }
}
