package io.crmsync.domain.plan;

import io.crmsync.domain.base.FieldHasher;
import io.crmsync.domain.contact.Field;
import io.crmsync.domain.contact.FieldValues;
import io.crmsync.domain.patch.UnknownWrites;
import io.crmsync.domain.reason.Reason;
import io.crmsync.domain.removal.Removal;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * What is to happen to a pair, as data before anything is done.
 *
 * @param reason why; empty where the action says it
 * @param changes with {@link Action#UPDATE}: the fields whose desired value is not the base's
 * @param removal with {@link Action#REMOVE}: how
 */
public record Plan(
    Action action, Optional<Reason> reason, Set<Field> changes, Optional<Removal> removal) {

  /** The closed list of what can happen. */
  public enum Action {
    /** Everything is as wanted. */
    NOTHING,
    /** The pair is left exactly as it is, with a reason. */
    SKIP,
    /** There is no copy that we know of: match, then adopt or create (R8). */
    FIRST_WRITE,
    /** As FIRST_WRITE, but only a copy that carries our mark is taken: the rest waits (R21). */
    FIND_MARKED,
    /** Send what changed; make the copy anew if it is gone (R10, R14). */
    UPDATE,
    /** The user asked for it: make it anew if it is gone (R14). */
    ENSURE_PRESENT,
    REMOVE,
    /** The user's mailbox became another: the copy in the earlier one goes (R22). */
    REMOVE_FORMER,
    /** Not entitled, and no copy that we know of: the row goes. */
    FORGET
  }

  public Plan {
    changes = changes.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(changes));
  }

  /** Whether it is carried out in the user's mailbox. */
  public boolean entersMailbox() {
    return switch (action) {
      case FIRST_WRITE, FIND_MARKED, UPDATE, ENSURE_PRESENT, REMOVE, REMOVE_FORMER -> true;
      case NOTHING, SKIP, FORGET -> false;
    };
  }

  /** Whether everything is as wanted. */
  public boolean isNothing() {
    return action == Action.NOTHING;
  }

  /**
   * What may come of it, before anything of it was carried out.
   *
   * @param desired what the CRM has
   * @param began by our clock, when the work on the pair began
   */
  public UnknownWrites mayCome(FieldValues desired, FieldHasher hasher, Instant began) {
    UnknownWrites create = UnknownWrites.creating(began);
    return switch (action) {
      case FIRST_WRITE -> create.and(UnknownWrites.writing(hasher.baseOf(desired)));
      case FIND_MARKED -> UnknownWrites.writing(hasher.baseOf(desired));
      case UPDATE -> create.and(UnknownWrites.changing(changes, desired, hasher));
      case ENSURE_PRESENT -> create;
      case NOTHING, SKIP, REMOVE, REMOVE_FORMER, FORGET -> UnknownWrites.NOTHING;
    };
  }

  static Plan of(Action action) {
    return new Plan(action, Optional.empty(), Set.of(), Optional.empty());
  }

  static Plan skip(Reason reason) {
    return new Plan(Action.SKIP, Optional.of(reason), Set.of(), Optional.empty());
  }

  static Plan update(Set<Field> changes) {
    return new Plan(Action.UPDATE, Optional.empty(), changes, Optional.empty());
  }

  static Plan remove(Reason reason, Removal how) {
    return new Plan(Action.REMOVE, Optional.of(reason), Set.of(), Optional.of(how));
  }
}
