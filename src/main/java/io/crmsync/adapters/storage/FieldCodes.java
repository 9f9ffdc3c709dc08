package io.crmsync.adapters.storage;

import io.crmsync.domain.contact.Field;
import io.crmsync.domain.contact.FieldValues;
import io.crmsync.domain.plan.Base;
import io.crmsync.domain.plan.FieldHash;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Fields in rows: the words for them, and values and hashes by these words. */
final class FieldCodes {
  private static final Codes<Field> FIELD = new Codes<>(Field.class, FieldCodes::of);

  private FieldCodes() {}

  static Map<String, String> of(FieldValues values) {
    Map<String, String> map = new TreeMap<>();
    values.asMap().forEach((field, value) -> map.put(FIELD.of(field), value));
    return map;
  }

  static FieldValues values(Map<String, String> map) {
    Map<Field, String> values = new EnumMap<>(Field.class);
    map.forEach((code, value) -> values.put(FIELD.stored(code), value));
    return FieldValues.of(values);
  }

  /** As {@code firstName:AbC… lastName:dEf…}: one short property. */
  static String of(Base base) {
    return base.hashes().entrySet().stream()
        .map(entry -> FIELD.of(entry.getKey()) + ":" + entry.getValue().value())
        .collect(Collectors.joining(" "));
  }

  static Base base(String text) {
    Map<Field, FieldHash> hashes = new EnumMap<>(Field.class);
    Stream.of(text.split(" "))
        .filter(entry -> !entry.isEmpty())
        .map(entry -> entry.split(":", 2))
        .forEach(entry -> hashes.put(FIELD.stored(entry[0]), new FieldHash(entry[1])));
    return new Base(hashes);
  }

  private static String of(Field field) {
    return switch (field) {
      case FULL_NAME -> "fullName";
      case TITLE -> "title";
      case FIRST_NAME -> "firstName";
      case INITIALS -> "initials";
      case LAST_NAME -> "lastName";
      case POSITION -> "position";
      case BUSINESS_PHONE -> "businessPhone";
      case HOME_PHONE -> "homePhone";
      case MOBILE_PHONE -> "mobilePhone";
      case BUSINESS_FAX -> "businessFax";
      case EMAIL -> "email";
      case WEBSITE -> "website";
      case BUSINESS_STREET -> "businessStreet";
      case BUSINESS_CITY -> "businessCity";
      case BUSINESS_STATE -> "businessState";
      case BUSINESS_POSTAL_CODE -> "businessPostalCode";
      case BUSINESS_COUNTRY -> "businessCountry";
      case HOME_STREET -> "homeStreet";
      case HOME_CITY -> "homeCity";
      case HOME_STATE -> "homeState";
      case HOME_POSTAL_CODE -> "homePostalCode";
      case HOME_COUNTRY -> "homeCountry";
      case BIRTH_DATE -> "birthDate";
    };
  }
}
