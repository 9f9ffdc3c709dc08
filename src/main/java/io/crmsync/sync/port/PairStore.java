package io.crmsync.sync.port;

import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.PairId;
import io.crmsync.domain.contact.UserId;
import io.crmsync.domain.outlook.OutlookId;
import io.crmsync.domain.pair.Pair;
import io.crmsync.domain.version.Version;
import io.crmsync.domain.version.Versioned;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What is known of each pair; read and listed by user. */
public interface PairStore {
  /**
   * What is to be said in a pair's row, whatever else it holds.
   *
   * @param contentHash for which the pair is to be reconciled; empty: as before
   * @param asked whether its user asks for it; false: as before
   */
  record Wish(PairId pair, Optional<String> contentHash, boolean asked) {
    /** That the pair is to be reconciled for this content of its contact. */
    public static Wish wanting(PairId pair, String contentHash) {
      return new Wish(pair, Optional.of(contentHash), false);
    }

    /** That there is such a pair, and no more: the user's list has it (docs/adr/0010). */
    public static Wish listing(PairId pair) {
      return new Wish(pair, Optional.empty(), false);
    }

    /** That its user asked for it (R14, R21). */
    public static Wish asking(PairId pair) {
      return new Wish(pair, Optional.empty(), true);
    }

    /** Who is to have it. */
    public UserId user() {
      return pair.user();
    }

    /** Which contact. */
    public ContactId contact() {
      return pair.contact();
    }
  }

  /** The pair; {@link Pair#unknown} with {@link Version#ABSENT} where nothing is stored. */
  Versioned<Pair> find(PairId id);

  /**
   * Changes a pair, on whatever others make of it meanwhile.
   *
   * @param change of the pair as it is; asked again when another was faster. The same pair: nothing
   *     is written
   */
  default void change(PairId id, UnaryOperator<Pair> change) {
    while (true) {
      Versioned<Pair> found = find(id);
      Pair changed = change.apply(found.value());
      if (changed.equals(found.value())) {
        return;
      }
      try {
        write(found.with(changed));
        return;
      } catch (StaleWrite e) {
        // someone else wrote the row: it is read again
      }
    }
  }

  /** Says in each row what is wished, and leaves the rest of it: made where absent. */
  void want(Collection<Wish> wishes);

  /**
   * Writes the pair on the version that was read.
   *
   * @return its new version
   * @throws StaleWrite someone changed it meanwhile
   */
  Version write(Versioned<Pair> pair);

  /**
   * Deletes the pair on the version that was read; one that is absent already is no error.
   *
   * @throws StaleWrite someone changed it meanwhile
   */
  void delete(Versioned<Pair> pair);

  /**
   * A page of the user's pairs in order of contact id.
   *
   * @param after empty: from the beginning
   * @param limit 1 to 1000
   */
  List<Pair> ofUser(UserId user, Optional<ContactId> after, int limit);

  /** The user's pairs with {@code after < contact id <= upTo}, by contact; empty: no bound. */
  List<Pair> range(UserId user, Optional<ContactId> after, Optional<ContactId> upTo);

  /** The contacts of the user's open pairs ({@link Pair#open}). */
  List<ContactId> open(UserId user);

  /**
   * Those of these pairs that are unfinished ({@link Pair#unfinished}). Costs a look-up where a
   * user has one of them, else a query over the range of hers.
   */
  List<Pair> unfinished(Map<UserId, NavigableSet<ContactId>> among);

  /** How many pairs of all users were linked before then. */
  long linkedBefore(Instant then);

  /** How many pairs of this user were linked before then. */
  long linkedBefore(UserId user, Instant then);

  /**
   * Reserves a contact of the user's for adoption by one CRM contact (R8).
   *
   * @return whether it is this CRM contact's now, or was so before
   */
  boolean reserveAdoption(UserId user, OutlookId outlookId, ContactId contact);

  /** Gives a reservation back. Absent: no error. */
  void releaseAdoption(UserId user, OutlookId outlookId);
}
