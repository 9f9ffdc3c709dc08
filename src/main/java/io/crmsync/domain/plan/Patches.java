package io.crmsync.domain.plan;

import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.Field;
import io.crmsync.domain.contact.FieldValues;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What to send in each of the cases in which a contact is written (R10 to R12). */
public final class Patches {
  private Patches() {}

  /**
   * Whether the current contact must be read before these fields are sent: a list or an address
   * that holds one of them is replaced whole.
   */
  public static boolean needsCurrent(Set<Field> changed) {
    return changed.stream().anyMatch(field -> field.shape() != Field.Shape.PLAIN);
  }

  /**
   * A new contact: all non-empty fields, and the mark (R12).
   *
   * @param category the visible sign to add; empty: none
   */
  public static ContactPatch create(ContactId mark, FieldValues desired, String category) {
    return new PatchDraft()
        .fields(desired.filled(), desired, Optional.empty(), ListMerge::added)
        .done(Optional.of(mark), Categories.withOurs(category, Optional.empty()), Optional.empty());
  }

  /** As the other one, for a request that cannot have been sent before. */
  public static ContactPatch update(
      Set<Field> changed,
      FieldValues desired,
      Base base,
      FieldHasher hasher,
      Optional<OutlookContact> current) {
    return update(changed, desired, base, hasher, current, Unanswered.NOTHING);
  }

  /**
   * Exactly the changed fields; with a part of the name the display name too (R10, R11).
   *
   * @param base what the changes were found against
   * @param current the contact now; {@link #needsCurrent} says when it must be there
   * @param lost what earlier requests may have written that nobody heard of: an entry of ours may
   *     hold that, or have been cleared, and no other is taken for ours (R19)
   * @throws IllegalArgumentException if it must and is not
   */
  public static ContactPatch update(
      Set<Field> changed,
      FieldValues desired,
      Base base,
      FieldHasher hasher,
      Optional<OutlookContact> current,
      Unanswered lost) {
    if (needsCurrent(changed) && current.isEmpty()) {
      throw new IllegalArgumentException("a list or an address changed: read the contact first");
    }
    return new PatchDraft()
        .fields(
            changed, desired, current, (list, value) -> changed(list, value, base, lost, hasher))
        .done(Optional.empty(), Optional.empty(), current);
  }

  private static List<String> changed(
      ListMerge list, String value, Base base, Unanswered lost, FieldHasher hasher) {
    Field field = list.slot().field();
    List<FieldHash> sent = lost.of(field);
    List<FieldHash> written = Stream.concat(Stream.of(base.of(field)), sent.stream()).toList();
    return list.changed(value, written, hasher, !sent.isEmpty());
  }

  /**
   * A contact of the user's becomes ours: all non-empty fields and the mark; Outlook's value stays
   * where the CRM has none (R8, R12).
   *
   * @param category the visible sign to add to those present; empty: none
   */
  public static ContactPatch adopt(
      ContactId mark, FieldValues desired, OutlookContact current, String category) {
    return new PatchDraft()
        .fields(desired.filled(), desired, Optional.of(current), ListMerge::added)
        .done(
            Optional.of(mark),
            Categories.withOurs(category, Optional.of(current)),
            Optional.of(current));
  }

  /**
   * A contact found by its mark whose base is lost: the non-empty fields that differ (R12). We had
   * an entry in each list, it is just not known which. May be empty.
   *
   * @param sent what is known to have been sent to it; what of this the CRM has no more goes, and
   *     an entry of ours is one of these
   */
  public static ContactPatch repair(
      ContactId mark,
      FieldValues desired,
      OutlookContact current,
      Unanswered sent,
      FieldHasher hasher) {
    boolean marked = current.mark().filter(mark.value()::equals).isPresent();
    Set<Field> fields = EnumSet.noneOf(Field.class);
    fields.addAll(Differences.between(desired, current));
    fields.addAll(Differences.leftBehind(sent, desired, current, hasher));
    return new PatchDraft()
        .fields(
            fields,
            desired,
            Optional.of(current),
            (list, value) -> repaired(list, value, sent, hasher))
        .done(
            marked ? Optional.empty() : Optional.of(mark), Optional.empty(), Optional.of(current));
  }

  /** Where the value itself was sent and is not there, what is there is from before. */
  private static List<String> repaired(
      ListMerge list, String value, Unanswered sent, FieldHasher hasher) {
    Field field = list.slot().field();
    List<FieldHash> written = sent.of(field);
    boolean found = written.stream().anyMatch(hash -> list.holds(hash, hasher));
    boolean fromBefore = !found && written.contains(hasher.hash(field, value));
    return sent.written().isEmpty() || fromBefore
        ? list.edited(value)
        : list.changed(value, written, hasher, true);
  }
}
