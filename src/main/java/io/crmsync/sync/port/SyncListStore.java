package io.crmsync.sync.port;

import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.PairId;
import io.crmsync.domain.contact.UserId;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The synchronization lists that this app keeps: who asked for which contact. Cannot be rebuilt.
 */
public interface SyncListStore {
  /**
   * The users per contact with {@code after < id <= upTo}; contacts that nobody lists are absent.
   */
  Map<ContactId, Set<UserId>> range(Optional<ContactId> after, Optional<ContactId> upTo);

  /** The users who list it. */
  Set<UserId> of(ContactId contact);

  boolean contains(PairId pair);

  /** Those of these contacts that the user lists. Costs a look-up each. */
  Set<ContactId> listedBy(UserId user, Collection<ContactId> contacts);

  /** Adds the user; repeating it is harmless. */
  void add(PairId pair);

  /**
   * Takes the user off.
   *
   * @return whether the user was on it
   */
  boolean remove(PairId pair);
}
