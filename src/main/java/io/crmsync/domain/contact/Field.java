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
  FULL_NAME("fullName", Shape.PLAIN),
  TITLE("title", Shape.PLAIN),
  FIRST_NAME("firstName", Shape.PLAIN),
  INITIALS("initials", Shape.PLAIN),
  LAST_NAME("lastName", Shape.PLAIN),
  POSITION("position", Shape.PLAIN),
  BUSINESS_PHONE("businessPhone", Shape.LIST_ENTRY),
  HOME_PHONE("homePhone", Shape.LIST_ENTRY),
  MOBILE_PHONE("mobilePhone", Shape.PLAIN),
  BUSINESS_FAX("businessFax", Shape.PLAIN),
  EMAIL("email", Shape.LIST_ENTRY),
  WEBSITE("website", Shape.PLAIN),
  BUSINESS_STREET("businessStreet", Shape.ADDRESS_PART),
  BUSINESS_CITY("businessCity", Shape.ADDRESS_PART),
  BUSINESS_STATE("businessState", Shape.ADDRESS_PART),
  BUSINESS_POSTAL_CODE("businessPostalCode", Shape.ADDRESS_PART),
  BUSINESS_COUNTRY("businessCountry", Shape.ADDRESS_PART),
  HOME_STREET("homeStreet", Shape.ADDRESS_PART),
  HOME_CITY("homeCity", Shape.ADDRESS_PART),
  HOME_STATE("homeState", Shape.ADDRESS_PART),
  HOME_POSTAL_CODE("homePostalCode", Shape.ADDRESS_PART),
  HOME_COUNTRY("homeCountry", Shape.ADDRESS_PART),
  /** An ISO date, {@code YYYY-MM-DD}, of no time zone. */
  BIRTH_DATE("birthDate", Shape.PLAIN);

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

  private final String code;
  private final Shape shape;

  Field(String code, Shape shape) {
    this.code = code;
    this.shape = shape;
  }

  /** The word for it in rows and answers. */
  public String code() {
    return code;
  }

  public Shape shape() {
    return shape;
  }

  /** Whether a change of this field makes us send {@link #FULL_NAME} as well (title is no part). */
  public boolean partOfName() {
    return NAME_PARTS.contains(this);
  }
}
