package io.crmsync.domain.patch;

import io.crmsync.domain.base.FieldHasher;
import io.crmsync.domain.contact.Field;
import io.crmsync.domain.contact.FieldValues;
import io.crmsync.domain.outlook.ListSlot;
import io.crmsync.domain.outlook.OutlookContact;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalInt;

/** What a contact in Outlook shows for each of the fields: of a list, the entry that is ours. */
public final class OutlookValues {
  private OutlookValues() {}

  /**
   * Reads them off a contact.
   *
   * @param desired tells our entry where nothing else does
   * @param written what was last written, by which our entry is known
   */
  public static FieldValues of(
      OutlookContact held, FieldValues desired, WrittenValues written, FieldHasher hasher) {
    Map<Field, String> values = new EnumMap<>(Field.class);
    for (Field field : Field.values()) {
      values.put(
          field,
          switch (field.shape()) {
            case PLAIN, ADDRESS_PART -> held.plainValue(field);
            case LIST_ENTRY -> {
              ListSlot slot = ListSlot.of(field).orElseThrow();
              yield ours(
                  new HashedList(slot, held.entries(slot), hasher), desired.get(field), written);
            }
          });
    }
    return FieldValues.of(values);
  }

  /** The entry that a change would replace; the empty string: none would be. */
  private static String ours(HashedList list, String desired, WrittenValues written) {
    OptionalInt known = written.ours(list, desired);
    OptionalInt place = known.isPresent() ? known : list.same(desired);
    return place.isPresent() ? list.entries().get(place.getAsInt()) : "";
  }
}
