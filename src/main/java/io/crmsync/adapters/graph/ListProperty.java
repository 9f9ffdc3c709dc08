package io.crmsync.adapters.graph;

import com.microsoft.graph.models.Contact;
import io.crmsync.domain.outlook.ListSlot;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lists, which Graph replaces whole; an empty one clears. */
final class ListProperty {
  private ListProperty() {}

  static Map<ListSlot, List<String>> readAll(Contact contact) {
    Map<ListSlot, List<String>> lists = new EnumMap<>(ListSlot.class);
    for (ListSlot slot : ListSlot.values()) {
      lists.put(slot, read(contact, slot));
    }
    return lists;
  }

  static void writeAll(
      Map<ListSlot, List<String>> lists, Map<String, String> emailNames, Contact contact) {
    lists.forEach((slot, entries) -> write(contact, slot, new ArrayList<>(entries), emailNames));
  }

  private static List<String> read(Contact contact, ListSlot slot) {
    return switch (slot) {
      case EMAILS -> EmailAddresses.read(contact);
      case BUSINESS_PHONES -> orNone(contact.getBusinessPhones());
      case HOME_PHONES -> orNone(contact.getHomePhones());
    };
  }

  private static void write(
      Contact contact, ListSlot slot, List<String> entries, Map<String, String> emailNames) {
    switch (slot) {
      case EMAILS -> EmailAddresses.write(entries, emailNames, contact);
      case BUSINESS_PHONES -> contact.setBusinessPhones(entries);
      case HOME_PHONES -> contact.setHomePhones(entries);
    }
  }

  static List<String> orNone(@Nullable List<String> list) {
    return Optional.ofNullable(list).orElse(List.of());
  }
}
