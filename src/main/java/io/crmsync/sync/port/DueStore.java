package io.crmsync.sync.port;

import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.PairId;
import io.crmsync.domain.removal.Due;
import io.crmsync.domain.removal.OpenRemoval;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** What is still to be done, as state: open removals, and failed pairs with their time. */
public interface DueStore {
  /** The rows of contacts with {@code after < id <= upTo}, by contact and user. */
  List<Due> range(Optional<ContactId> after, Optional<ContactId> upTo);

  /** The rows of one contact. */
  List<Due> of(ContactId contact);

  Optional<Due> find(PairId pair);

  /**
   * Writes each row if its version still holds, the rows of a contact in transactions of up to 100
   * where possible. One that is done is deleted.
   *
   * @param rows each pair once
   * @return those that someone else changed meanwhile, which were not written
   */
  Set<PairId> write(Collection<Due> rows);

  /**
   * Changes what is due of one pair, on whatever others make of it meanwhile.
   *
   * @param change of the row as it is; asked again when another was faster
   */
  default void change(PairId pair, UnaryOperator<Due> change) {
    boolean overtaken;
    do {
      Due found = find(pair).orElse(Due.nothing(pair));
      Due changed = change.apply(found);
      overtaken = !changed.equals(found) && !write(List.of(changed)).isEmpty();
    } while (overtaken);
  }

  /** Gives every row of the table, by contact and user, page by page. */
  void forEach(Consumer<Due> each);

  /**
   * The removals that a run holds, by contact and user.
   *
   * @param after exclusive; empty: from the first
   * @param limit how many at most
   */
  List<OpenRemoval> heldBy(String run, Optional<PairId> after, int limit);
}
