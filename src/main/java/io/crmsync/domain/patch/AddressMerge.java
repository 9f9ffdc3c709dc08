package io.crmsync.domain.patch;

import io.crmsync.domain.contact.AddressSlot;
import io.crmsync.domain.contact.Field;
import io.crmsync.domain.contact.FieldValues;
import io.crmsync.domain.outlook.OutlookContact;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One address to send. Graph replaces it whole, so parts that did not change are sent as well. */
final class AddressMerge {
  private AddressMerge() {}

  /** The parts that will have a value: changed ones as the CRM has them, others as Outlook has. */
  static Map<Field, String> merged(
      AddressSlot slot, Set<Field> changed, FieldValues desired, Optional<OutlookContact> current) {
    Map<Field, String> whole = new EnumMap<>(Field.class);
    for (Field part : slot.parts()) {
      String value = changed.contains(part) ? desired.get(part) : held(part, current);
      if (!value.isEmpty()) {
        whole.put(part, value);
      }
    }
    return whole;
  }

  private static String held(Field part, Optional<OutlookContact> current) {
    return current.map(contact -> contact.heldValue(part)).orElse("");
  }
}
