package io.crmsync.adapters.graph;

import com.microsoft.graph.models.Contact;
import com.microsoft.graph.models.PhysicalAddress;
import io.crmsync.domain.contact.AddressSlot;
import io.crmsync.domain.contact.Field;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** Addresses, which Graph replaces whole. */
final class AddressProperty {
  private record Part(
      Function<PhysicalAddress, String> reader, BiConsumer<PhysicalAddress, String> writer) {}

  /** In the order of {@link AddressSlot#parts}. */
  private static final List<Part> PARTS =
      List.of(
          new Part(PhysicalAddress::getStreet, PhysicalAddress::setStreet),
          new Part(PhysicalAddress::getCity, PhysicalAddress::setCity),
          new Part(PhysicalAddress::getState, PhysicalAddress::setState),
          new Part(PhysicalAddress::getPostalCode, PhysicalAddress::setPostalCode),
          new Part(PhysicalAddress::getCountryOrRegion, PhysicalAddress::setCountryOrRegion));

  private AddressProperty() {}

  /** The parts that have a value, as Outlook holds them. */
  static Map<Field, String> readAll(Contact contact) {
    Map<Field, String> values = new EnumMap<>(Field.class);
    for (AddressSlot slot : AddressSlot.values()) {
      address(contact, slot).ifPresent(address -> read(address, slot, values));
    }
    return values;
  }

  static void writeAll(Map<AddressSlot, Map<Field, String>> addresses, Contact contact) {
    addresses.forEach((slot, parts) -> put(contact, slot, address(slot, parts)));
  }

  private static void read(PhysicalAddress address, AddressSlot slot, Map<Field, String> values) {
    for (int i = 0; i < PARTS.size(); i++) {
      Field field = slot.parts().get(i);
      Optional.ofNullable(PARTS.get(i).reader().apply(address))
          .ifPresent(value -> values.put(field, value));
    }
  }

  /** An empty part is sent as null: so it is cleared even where an address should be merged. */
  private static PhysicalAddress address(AddressSlot slot, Map<Field, String> parts) {
    PhysicalAddress address = new PhysicalAddress();
    for (int i = 0; i < PARTS.size(); i++) {
      String value = parts.getOrDefault(slot.parts().get(i), "");
      PARTS.get(i).writer().accept(address, value.isEmpty() ? null : value);
    }
    return address;
  }

  private static Optional<PhysicalAddress> address(Contact contact, AddressSlot slot) {
    return Optional.ofNullable(
        switch (slot) {
          case BUSINESS -> contact.getBusinessAddress();
          case HOME -> contact.getHomeAddress();
        });
  }

  private static void put(Contact contact, AddressSlot slot, PhysicalAddress address) {
    switch (slot) {
      case BUSINESS -> contact.setBusinessAddress(address);
      case HOME -> contact.setHomeAddress(address);
    }
  }
}
