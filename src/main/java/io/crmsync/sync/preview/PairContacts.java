package io.crmsync.sync.preview;

import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.UserId;
import io.crmsync.domain.pair.Pair;
import io.crmsync.domain.snapshot.StoredContact;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** The contacts of a user's pairs, as far as they decide what becomes of those. */
interface PairContacts {
  /**
   * One contact, for one user.
   *
   * @param row empty: there is none, and it counts as gone
   * @param listed whether the user has it on the list that is kept here; not looked for, and false,
   *     where the row has her in its audience by name
   */
  record Seen(Optional<StoredContact> row, boolean listed) {}

  /**
   * One for each pair.
   *
   * @param pairs of this user, as they are stored
   */
  Map<ContactId, Seen> of(UserId user, Collection<Pair> pairs);
}
