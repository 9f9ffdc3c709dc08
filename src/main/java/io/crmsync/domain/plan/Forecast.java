package io.crmsync.domain.plan;

import io.crmsync.domain.contact.Field;
import io.crmsync.domain.contact.FieldValues;
import io.crmsync.domain.reason.Reason;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * What would come of a plan, for those who are told and do nothing: previews, explanations and
 * reports are views of it (docs/adr/0024).
 *
 * @param effect as far as it is known without the mailbox
 * @param fields that would be written
 * @param why it is left, or leaves; empty where the effect says it
 * @param question what only the mailbox can tell; empty: nothing
 */
public record Forecast(
    Effect effect, Set<Field> fields, Optional<Reason> why, Optional<Question> question) {

  /** What the mailbox is to be asked, were it asked. */
  public enum Question {
    /** Is there a contact to match, or is one to be made (R8)? */
    WHICH_COPY("firstWrite"),
    /** Is there one with our mark (R21)? */
    MARKED_COPY("findMarked"),
    /** Is the copy that is to be changed still there (R14)? */
    STILL_THERE("update"),
    /** Is the copy that was asked for still there (R14)? */
    ASKED_FOR_IS_THERE("ensurePresent"),
    /** Is there anything to remove (R16)? */
    ANYTHING_TO_REMOVE("remove");

    private final String code;

    Question(String code) {
      this.code = code;
    }

    /** The word for it in rows. */
    public String code() {
      return code;
    }
  }

  public Forecast {
    fields = fields.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(fields));
  }

  /**
   * The one translation of a plan.
   *
   * @param desired what the CRM has
   */
  public static Forecast of(Plan plan, FieldValues desired) {
    return switch (plan.action()) {
      case NOTHING, FORGET -> none(Optional.empty(), Optional.empty());
      case SKIP -> none(plan.reason(), Optional.empty());
      case REMOVE_FORMER -> none(Optional.of(Reason.MAILBOX_CHANGED), Optional.empty());
      case FIND_MARKED ->
          none(Optional.of(Reason.WAITS_FOR_USER), Optional.of(Question.MARKED_COPY));
      case ENSURE_PRESENT ->
          none(Optional.of(Reason.ASKED), Optional.of(Question.ASKED_FOR_IS_THERE));
      case FIRST_WRITE -> writes(Effect.CREATE, desired.filled(), Question.WHICH_COPY);
      case UPDATE -> writes(Effect.UPDATE, withFullName(plan.changes()), Question.STILL_THERE);
      case REMOVE ->
          new Forecast(
              Effect.REMOVE, Set.of(), plan.reason(), Optional.of(Question.ANYTHING_TO_REMOVE));
    };
  }

  private static Forecast none(Optional<Reason> why, Optional<Question> question) {
    return new Forecast(Effect.NONE, Set.of(), why, question);
  }

  private static Forecast writes(Effect effect, Set<Field> fields, Question question) {
    return new Forecast(effect, fields, Optional.empty(), Optional.of(question));
  }

  /** R10: a change of the name's parts sends the display name too. */
  private static Set<Field> withFullName(Set<Field> changes) {
    Set<Field> fields = EnumSet.copyOf(changes);
    if (fields.stream().anyMatch(Field::partOfName)) {
      fields.add(Field.FULL_NAME);
    }
    return fields;
  }

  /** Whether it is left for this reason. */
  public boolean isFor(Reason reason) {
    return why.filter(reason::equals).isPresent();
  }

  /** Whether there would be nothing to do, and nothing to say of it. */
  public boolean isNothing() {
    return effect == Effect.NONE && why.isEmpty();
  }
}
