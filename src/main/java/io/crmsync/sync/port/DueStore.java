package io.crmsync.sync.port;

import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.UserId;
import io.crmsync.domain.snapshot.OpenRemoval;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What is still to be done, as state: open removals, and failed pairs with their time. */
public interface DueStore {
  /** The rows of contacts with {@code after < id <= upTo}, by contact and user. */
  List<Due> range(Optional<ContactId> after, Optional<ContactId> upTo);

  /** The rows of one contact. */
  List<Due> of(ContactId contact);

  Optional<Due> find(ContactId contact, UserId user);

  /** Writes the rows, whatever was there. */
  void put(Collection<Due> rows);

  /** Deletes the rows; absent ones are no error. */
  void delete(Collection<Due> rows);

  /** Gives every row of the table, by contact and user, page by page. */
  void forEach(Consumer<Due> each);

  /** Where a row stands in the order by contact and user. */
  record Place(ContactId contact, UserId user) {}

  /**
   * The removals that a run holds, by contact and user.
   *
   * @param after exclusive; empty: from the first
   * @param limit how many at most
   */
  List<OpenRemoval> heldBy(String run, Optional<Place> after, int limit);
}
