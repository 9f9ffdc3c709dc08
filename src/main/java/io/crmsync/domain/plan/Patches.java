package io.crmsync.domain.plan;

import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.Field;
import io.crmsync.domain.contact.FieldValues;
import java.util.Optional;
import java.util.Set;

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
    return update(changed, desired, base, hasher, current, false);
  }

  /**
   * Exactly the changed fields; with a part of the name the display name too (R10, R11).
   *
   * @param base what the changes were found against
   * @param current the contact now; {@link #needsCurrent} says when it must be there
   * @param repeated whether an earlier worker may have sent the same and not told: an entry of ours
   *     that is not found may then have been cleared by it, and no other is taken for ours (R19)
   * @throws IllegalArgumentException if it must and is not
   */
  public static ContactPatch update(
      Set<Field> changed,
      FieldValues desired,
      Base base,
      FieldHasher hasher,
      Optional<OutlookContact> current,
      boolean repeated) {
    if (needsCurrent(changed) && current.isEmpty()) {
      throw new IllegalArgumentException("a list or an address changed: read the contact first");
    }
    return new PatchDraft()
        .fields(
            changed,
            desired,
            current,
            (list, value) -> list.changed(value, base.of(list.slot().field()), hasher, repeated))
        .done(Optional.empty(), Optional.empty(), current);
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
   */
  public static ContactPatch repair(ContactId mark, FieldValues desired, OutlookContact current) {
    boolean marked = current.mark().filter(mark.value()::equals).isPresent();
    return new PatchDraft()
        .fields(
            Differences.between(desired, current), desired, Optional.of(current), ListMerge::edited)
        .done(
            marked ? Optional.empty() : Optional.of(mark), Optional.empty(), Optional.of(current));
  }
}
