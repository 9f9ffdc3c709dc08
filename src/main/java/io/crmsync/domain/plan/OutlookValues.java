package io.crmsync.domain.plan;

import io.crmsync.domain.contact.Field;
import io.crmsync.domain.contact.FieldValues;
import java.util.EnumMap;
import java.util.Map;

/** What a contact in Outlook shows for each of the fields: of a list, the entry that is ours. */
public final class OutlookValues {
  private OutlookValues() {}

  /**
   * Reads them off a contact.
   *
   * @param desired tells our entry where no base does
   * @param base what was last written, by whose hash our entry is known
   */
  public static FieldValues of(
      OutlookContact held, FieldValues desired, Base base, FieldHasher hasher) {
    Map<Field, String> values = new EnumMap<>(Field.class);
    for (Field field : Field.values()) {
      values.put(
          field,
          switch (field.shape()) {
            case PLAIN, ADDRESS_PART -> held.plainValue(field);
            case LIST_ENTRY -> {
              ListSlot slot = ListSlot.of(field).orElseThrow();
              ListMerge list = new ListMerge(slot, held.entries(slot));
              yield list.ours(desired.get(field), base.of(field), hasher);
            }
          });
    }
    return FieldValues.of(values);
  }
}
