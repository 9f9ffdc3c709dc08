package io.crmsync.domain.contact;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The two addresses that synchronise, and the fields that are their parts. */
public enum AddressSlot {
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

  @SuppressWarnings("ImmutableEnumChecker") // List.of makes it so
  private final List<Field> parts;

  AddressSlot(Field... parts) {
    this.parts = List.of(parts);
  }

  /** Street, city, state, postal code, country: in this order. */
  public List<Field> parts() {
    return parts;
  }

  public Field street() {
    return parts.get(0);
  }

  public Field city() {
    return parts.get(1);
  }

  public Field state() {
    return parts.get(2);
  }

  public Field postalCode() {
    return parts.get(3);
  }

  public Field country() {
    return parts.get(4);
  }

  /** The address that the field is a part of, if it is one. */
  public static Optional<AddressSlot> of(Field field) {
    return Arrays.stream(values()).filter(slot -> slot.parts.contains(field)).findFirst();
  }
}
