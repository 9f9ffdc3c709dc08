package io.crmsync.domain.patch;

import io.crmsync.domain.contact.AddressSlot;
import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.Field;
import io.crmsync.domain.contact.FieldValues;
import io.crmsync.domain.outlook.ListSlot;
import io.crmsync.domain.outlook.OutlookContact;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/** A patch in the making: which fields are sent, and in which form Outlook takes each. */
final class PatchDraft {
  private final Map<Field, String> plain = new EnumMap<>(Field.class);
  private final Map<ListSlot, List<String>> lists = new EnumMap<>(ListSlot.class);
  private final Map<AddressSlot, Map<Field, String>> addresses = new EnumMap<>(AddressSlot.class);

  /**
   * Adds fields.
   *
   * @param sent the fields; an empty desired value clears (R11)
   * @param current the contact that lists and addresses are merged with; empty: there is none yet
   * @param merge how our entry comes into a list, from the list as it is and our value
   */
  PatchDraft fields(
      Set<Field> sent,
      FieldValues desired,
      Optional<OutlookContact> current,
      BiFunction<ListMerge, String, List<String>> merge) {
    plain(sent, desired);
    for (ListSlot slot : ListSlot.values()) {
      if (sent.contains(slot.field())) {
        ListMerge list = new ListMerge(slot, entries(slot, current));
        put(list, merge.apply(list, desired.get(slot.field())), desired);
      }
    }
    for (AddressSlot slot : AddressSlot.values()) {
      if (slot.parts().stream().anyMatch(sent::contains)) {
        addresses.put(slot, AddressMerge.merged(slot, sent, desired, current));
      }
    }
    return this;
  }

  /** An emptied field that empties nothing sends nothing. */
  private void put(ListMerge list, List<String> merged, FieldValues desired) {
    if (!desired.get(list.slot().field()).isEmpty() || !merged.equals(list.entries())) {
      lists.put(list.slot(), merged);
    }
  }

  /** Adds the plain ones of these fields; with a part of the name the display name too (R10). */
  private void plain(Set<Field> sent, FieldValues desired) {
    for (Field field : sent) {
      if (field.shape() == Field.Shape.PLAIN) {
        plain.put(field, desired.get(field));
      }
      if (field.partOfName()) {
        desired.find(Field.FULL_NAME).ifPresent(name -> plain.put(Field.FULL_NAME, name));
      }
    }
  }

  private static List<String> entries(ListSlot slot, Optional<OutlookContact> current) {
    return current.map(contact -> contact.entries(slot)).orElse(List.of());
  }

  /** The patch; with the e-mail addresses go back the names that they bear in the mailbox. */
  ContactPatch done(
      Optional<ContactId> mark,
      Optional<List<String>> categories,
      Optional<OutlookContact> current) {
    ContactPatch patch = new ContactPatch(plain, lists, addresses, mark, categories);
    return lists.containsKey(ListSlot.EMAILS)
        ? current.map(patch::keepingEmailNames).orElse(patch)
        : patch;
  }
}
