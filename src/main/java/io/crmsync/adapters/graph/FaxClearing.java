package io.crmsync.adapters.graph;

import io.crmsync.domain.contact.Field;
import io.crmsync.domain.patch.ContactPatch;
import java.util.EnumMap;
import java.util.Map;

/**
 * Whether an extended property takes the empty string is not documented. Where it does not, a blank
 * serves: it shows as nothing, and reads back as nothing.
 */
final class FaxClearing {
  private FaxClearing() {}

  static boolean isIn(ContactPatch change) {
    return change.plain().getOrDefault(Field.BUSINESS_FAX, "none").isEmpty();
  }

  static ContactPatch byBlank(ContactPatch change) {
    Map<Field, String> plain = new EnumMap<>(change.plain());
    plain.put(Field.BUSINESS_FAX, " ");
    return new ContactPatch(
        plain,
        change.lists(),
        change.addresses(),
        change.mark(),
        change.categories(),
        change.emailNames());
  }
}
