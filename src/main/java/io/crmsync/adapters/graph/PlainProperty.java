package io.crmsync.adapters.graph;

import com.microsoft.graph.models.Contact;
import io.crmsync.domain.contact.Field;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** The plain fields: which property of a Graph contact holds each, and how it is cleared. */
enum PlainProperty {
  DISPLAY_NAME(Field.FULL_NAME, Contact::getDisplayName, Contact::setDisplayName),
  TITLE(Field.TITLE, Contact::getTitle, Contact::setTitle),
  GIVEN_NAME(Field.FIRST_NAME, Contact::getGivenName, Contact::setGivenName),
  MIDDLE_NAME(Field.INITIALS, Contact::getMiddleName, Contact::setMiddleName),
  SURNAME(Field.LAST_NAME, Contact::getSurname, Contact::setSurname),
  JOB_TITLE(Field.POSITION, Contact::getJobTitle, Contact::setJobTitle),
  MOBILE_PHONE(Field.MOBILE_PHONE, Contact::getMobilePhone, Contact::setMobilePhone),
  BUSINESS_HOME_PAGE(Field.WEBSITE, Contact::getBusinessHomePage, Contact::setBusinessHomePage),
  BIRTHDAY(Field.BIRTH_DATE, Birthday::read, Birthday::write),
  BUSINESS_FAX(Field.BUSINESS_FAX, ExtendedProperty.FAX::read, ExtendedProperty.FAX::write);

  private final Field field;

  @SuppressWarnings("ImmutableEnumChecker") // a method reference without state
  private final Function<Contact, String> reader;

  @SuppressWarnings("ImmutableEnumChecker") // a method reference without state
  private final BiConsumer<Contact, String> writer;

  /** The reader may give null, and null given to the writer clears: so does Graph's client. */
  PlainProperty(Field field, Function<Contact, String> reader, BiConsumer<Contact, String> writer) {
    this.field = field;
    this.reader = reader;
    this.writer = writer;
  }

  Field field() {
    return field;
  }

  /** The values of all plain fields that have one, as Outlook holds them. */
  static Map<Field, String> readAll(Contact contact) {
    Map<Field, String> values = new EnumMap<>(Field.class);
    for (PlainProperty property : values()) {
      Optional.ofNullable(property.reader.apply(contact))
          .ifPresent(value -> values.put(property.field, value));
    }
    return values;
  }

  /** Sets each of these fields; the empty string clears it. */
  static void writeAll(Map<Field, String> values, Contact contact) {
    values.forEach(
        (field, value) -> of(field).writer.accept(contact, value.isEmpty() ? null : value));
  }

  private static PlainProperty of(Field field) {
    return Arrays.stream(values()).filter(each -> each.field == field).findFirst().orElseThrow();
  }
}
