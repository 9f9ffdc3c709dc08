package io.crmsync.domain.mapping;

import io.crmsync.domain.contact.AddressSlot;
import io.crmsync.domain.contact.CrmAddress;
import io.crmsync.domain.contact.Field;
import io.crmsync.domain.contact.Text;
import java.util.Map;

/**
 * An address, part by part; its lines become one street: <i>Flat 1, King's Court, 10 Long
 * Street</i>.
 */
final class AddressMapping {
  private AddressMapping() {}

  static void put(AddressSlot slot, CrmAddress address, Map<Field, String> raw) {
    raw.put(slot.street(), streetOf(address));
    raw.put(slot.city(), address.city());
    raw.put(slot.state(), address.state());
    raw.put(slot.postalCode(), address.postalCode());
    raw.put(slot.country(), address.country());
  }

  private static String streetOf(CrmAddress address) {
    return Text.street(String.join("\n", address.lines()));
  }
}
