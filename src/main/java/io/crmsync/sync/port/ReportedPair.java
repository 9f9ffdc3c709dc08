package io.crmsync.sync.port;

import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.Field;
import io.crmsync.domain.contact.PairId;
import io.crmsync.domain.contact.UserId;
import io.crmsync.domain.plan.Effect;
import io.crmsync.domain.plan.Forecast.Question;
import io.crmsync.domain.reason.Why;
import java.util.Optional;
import java.util.Set;

/**
 * What a run would do with a pair, or holds back. Ids, names of fields and reasons: nobody's data
 * (R20).
 *
 * @param fields that would be written; none with {@link Effect#REMOVE} and {@link Effect#NONE}
 * @param why empty where the action says it
 * @param removal whether it counts among the removals that the guard judges (R18)
 * @param toSettle what the mailbox still has to say of it; empty: nothing
 */
public record ReportedPair(
    PairId pair,
    Effect action,
    Set<Field> fields,
    Optional<Why> why,
    boolean removal,
    Optional<ToSettle> toSettle) {
  public ReportedPair {
    fields = Set.copyOf(fields);
  }

  /**
   * What is needed to find the copy in the mailbox without the contact itself.
   *
   * @param question what the mailbox is asked
   * @param email a hash of the address that would be looked for, keyed with the user; empty: none
   * @param all every field that the contact has a value for
   */
  public record ToSettle(Question question, String email, Set<Field> all) {
    public ToSettle {
      all = Set.copyOf(all);
    }

    /** Without the address, of which a hash is still a hint (R20). */
    @Override
    public String toString() {
      return question + " " + all;
    }
  }

  /** Whose it is. */
  public UserId user() {
    return pair.user();
  }

  /** Of which contact. */
  public ContactId contact() {
    return pair.contact();
  }

  /** Left as it is, whatever the plan was, for this reason. */
  public ReportedPair left(Why newWhy) {
    return as(Effect.NONE, Set.of(), Optional.of(newWhy));
  }

  /** The same pair with another end. */
  public ReportedPair as(Effect newAction, Set<Field> newFields, Optional<Why> newWhy) {
    return new ReportedPair(pair, newAction, newFields, newWhy, removal, toSettle);
  }
}
