package io.crmsync.sync.port;

import io.crmsync.domain.contact.AddressSlot;
import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.Field;
import io.crmsync.domain.outlook.ListSlot;
import io.crmsync.domain.patch.ContactPatch;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Contents for contract tests, with a value in every field. */
final class MailboxSample {
  static final ContactId CONTACT = new ContactId("Crm-7a");

  private MailboxSample() {}

  static Map<Field, String> plain() {
    Map<Field, String> values = new EnumMap<>(Field.class);
    Arrays.stream(Field.values())
        .filter(field -> field.shape() == Field.Shape.PLAIN)
        .forEach(field -> values.put(field, "Sample " + field));
    values.put(Field.BIRTH_DATE, "1971-03-02");
    return values;
  }

  static Map<ListSlot, List<String>> lists() {
    return new EnumMap<>(
        Map.of(
            ListSlot.EMAILS, List.of("First@example.org", "second@example.org"),
            ListSlot.BUSINESS_PHONES, List.of("+31 20 1"),
            ListSlot.HOME_PHONES, List.of("+31 20 2", "+31 20 3")));
  }

  static Map<AddressSlot, Map<Field, String>> addresses() {
    Map<AddressSlot, Map<Field, String>> addresses = new EnumMap<>(AddressSlot.class);
    for (AddressSlot slot : AddressSlot.values()) {
      Map<Field, String> parts = new EnumMap<>(Field.class);
      slot.parts().forEach(part -> parts.put(part, "Sample " + part));
      addresses.put(slot, parts);
    }
    return addresses;
  }

  static ContactPatch whole() {
    return new ContactPatch(
        plain(), lists(), addresses(), Optional.of(CONTACT), Optional.of(List.of("CRM")));
  }

  static ContactPatch plain(Field field, String value) {
    return new ContactPatch(
        Map.of(field, value), Map.of(), Map.of(), Optional.empty(), Optional.empty());
  }

  static ContactPatch list(ListSlot slot, String... entries) {
    return new ContactPatch(
        Map.of(), Map.of(slot, List.of(entries)), Map.of(), Optional.empty(), Optional.empty());
  }

  static ContactPatch address(AddressSlot slot, Map<Field, String> parts) {
    return new ContactPatch(
        Map.of(), Map.of(), Map.of(slot, parts), Optional.empty(), Optional.empty());
  }

  static ContactPatch marked(ContactId contact, String email) {
    return named(list(ListSlot.EMAILS, email)).marked(contact, Optional.empty());
  }

  /** With the first name that a contact may not be made without. */
  static ContactPatch named(ContactPatch patch) {
    Map<Field, String> plain = new EnumMap<>(Map.of(Field.FIRST_NAME, "Ada"));
    plain.putAll(patch.plain());
    return new ContactPatch(
        plain, patch.lists(), patch.addresses(), patch.mark(), patch.categories());
  }
}
