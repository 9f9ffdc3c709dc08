package io.crmsync.domain.patch;

import io.crmsync.domain.base.FieldHasher;
import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.Field;
import io.crmsync.domain.contact.FieldValues;
import io.crmsync.domain.outlook.OutlookContact;
import java.util.EnumSet;
import java.util.List;
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

  /**
   * The same for a service that makes no contact without a first name: the full name stands in for
   * it (R12). It never gets into the base, where the CRM has none: so later updates leave it, and
   * what the user makes of it, until the CRM has one.
   *
   * @param create what {@link #create} gave
   * @return empty: it has a first name, or no full name either
   */
  public static Optional<ContactPatch> withStandIn(ContactPatch create) {
    return Optional.ofNullable(create.plain().get(Field.FULL_NAME))
        .filter(fullName -> !create.plain().containsKey(Field.FIRST_NAME))
        .map(fullName -> create.withPlain(Field.FIRST_NAME, fullName));
  }

  /**
   * Exactly the changed fields; with a part of the name the display name too (R10, R11).
   *
   * @param written what the copy is known to have been sent; the changes were found against its
   *     base
   * @param current the contact now; {@link #needsCurrent} says when it must be there
   * @throws IllegalArgumentException if it must and is not
   */
  public static ContactPatch update(
      Set<Field> changed,
      FieldValues desired,
      WrittenValues written,
      FieldHasher hasher,
      Optional<OutlookContact> current) {
    if (needsCurrent(changed) && current.isEmpty()) {
      throw new IllegalArgumentException("a list or an address changed: read the contact first");
    }
    return new PatchDraft()
        .fields(changed, desired, current, (list, value) -> merged(list, value, written, hasher))
        .done(Optional.empty(), Optional.empty(), current);
  }

  private static List<String> merged(
      ListMerge list, String value, WrittenValues written, FieldHasher hasher) {
    HashedList hashed = new HashedList(list.slot(), list.entries(), hasher);
    return list.merged(value, written.ours(hashed, value));
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
   * A contact found by its mark whose base is lost: the non-empty fields that differ (R12). In a
   * list an equal entry is ours, else ours is appended. May be empty.
   *
   * @param sent what is known to have been sent to it; what of this the CRM has no more goes, and
   *     an entry of ours is one of these
   */
  public static ContactPatch repair(
      ContactId mark,
      FieldValues desired,
      OutlookContact current,
      UnknownWrites sent,
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
            (list, value) -> merged(list, value, WrittenValues.onlyLost(sent), hasher))
        .done(
            marked ? Optional.empty() : Optional.of(mark), Optional.empty(), Optional.of(current));
  }
}
