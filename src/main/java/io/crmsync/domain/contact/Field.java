package io.crmsync.domain.contact;

import java.util.EnumSet;
import java.util.Set;

/**
 * Every synchronised field (the field map). Each part of an address is a field of its own (R10).
 *
 * <p>{@link Shape} says how Outlook holds it, and so what a change of it costs; whoever handles a
 * field switches over the shape, and the compiler asks for what a new one needs.
 */
public enum Field {
  FULL_NAME(Shape.PLAIN),
  TITLE(Shape.PLAIN),
  FIRST_NAME(Shape.PLAIN),
  INITIALS(Shape.PLAIN),
  LAST_NAME(Shape.PLAIN),
  POSITION(Shape.PLAIN),
  BUSINESS_PHONE(Shape.LIST_ENTRY),
  HOME_PHONE(Shape.LIST_ENTRY),
  MOBILE_PHONE(Shape.PLAIN),
  BUSINESS_FAX(Shape.PLAIN),
  EMAIL(Shape.LIST_ENTRY),
  WEBSITE(Shape.PLAIN),
  BUSINESS_STREET(Shape.ADDRESS_PART),
  BUSINESS_CITY(Shape.ADDRESS_PART),
  BUSINESS_STATE(Shape.ADDRESS_PART),
  BUSINESS_POSTAL_CODE(Shape.ADDRESS_PART),
  BUSINESS_COUNTRY(Shape.ADDRESS_PART),
  HOME_STREET(Shape.ADDRESS_PART),
  HOME_CITY(Shape.ADDRESS_PART),
  HOME_STATE(Shape.ADDRESS_PART),
  HOME_POSTAL_CODE(Shape.ADDRESS_PART),
  HOME_COUNTRY(Shape.ADDRESS_PART),
  /** An ISO date, {@code YYYY-MM-DD}, of no time zone. */
  BIRTH_DATE(Shape.PLAIN);

  /** How Outlook holds a field. */
  public enum Shape {
    /** A property of its own, replaced by itself. */
    PLAIN,
    /** One entry of a list that Graph replaces whole; the other entries are the user's. */
    LIST_ENTRY,
    /** One part of an address that Graph replaces whole. */
    ADDRESS_PART
  }

  /** A change of any of these sends the display name too: the server may regenerate it (R10). */
  private static final Set<Field> NAME_PARTS =
      Set.copyOf(EnumSet.of(FULL_NAME, FIRST_NAME, INITIALS, LAST_NAME));

  private final Shape shape;

  Field(Shape shape) {
    this.shape = shape;
  }

  public Shape shape() {
    return shape;
  }

  /** Whether a change of this field makes us send {@link #FULL_NAME} as well (title is no part). */
  public boolean partOfName() {
    return NAME_PARTS.contains(this);
  }
}
