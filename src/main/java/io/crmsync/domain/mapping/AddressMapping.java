package io.crmsync.domain.mapping;

import io.crmsync.domain.contact.CrmAddress;
import io.crmsync.domain.contact.Field;
import io.crmsync.domain.contact.Text;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * An address, part by part; its lines become one street: <i>Flat 1, King's Court, 10 Long
 * Street</i>.
 */
enum AddressMapping {
  BUSINESS(
      Field.BUSINESS_STREET,
      Field.BUSINESS_CITY,
      Field.BUSINESS_STATE,
      Field.BUSINESS_POSTAL_CODE,
      Field.BUSINESS_COUNTRY),
  HOME(
      Field.HOME_STREET,
      Field.HOME_CITY,
      Field.HOME_STATE,
      Field.HOME_POSTAL_CODE,
      Field.HOME_COUNTRY);

  private final Field street;
  private final Field city;
  private final Field state;
  private final Field postalCode;
  private final Field country;

  AddressMapping(Field street, Field city, Field state, Field postalCode, Field country) {
    this.street = street;
    this.city = city;
    this.state = state;
    this.postalCode = postalCode;
    this.country = country;
  }

  void put(CrmAddress address, Map<Field, String> raw) {
    raw.put(street, streetOf(address));
    raw.put(city, address.city());
    raw.put(state, address.state());
    raw.put(postalCode, address.postalCode());
    raw.put(country, address.country());
  }

  private static String streetOf(CrmAddress address) {
    return address.lines().stream()
        .map(Text::normal)
        .filter(line -> !line.isEmpty())
        .collect(Collectors.joining(", "));
  }
}
