package io.crmsync.domain.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmsync.domain.contact.Access;
import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.ContactKind;
import io.crmsync.domain.contact.ContactStatus;
import io.crmsync.domain.contact.CrmAddress;
import io.crmsync.domain.contact.CrmContact;
import io.crmsync.domain.contact.Field;
import io.crmsync.domain.contact.FieldValues;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Field map: from the CRM to desired values")
class FieldMappingTest {
  private static CrmContact contact(CrmContact.Name name, CrmAddress business, CrmAddress home) {
    return new CrmContact(
        new ContactId("c1"),
        ContactKind.PERSON,
        ContactStatus.ACTIVE,
        name,
        "a position",
        "1970-01-31",
        "https://example.org",
        "john@example.org",
        new CrmContact.Phones("a business phone", "a home phone", "a mobile phone", "a fax"),
        business,
        home,
        Access.NONE);
  }

  private static FieldValues named(CrmContact.Name name) {
    return FieldMapping.desired(contact(name, CrmAddress.NONE, CrmAddress.NONE));
  }

  @Test
  void everyFieldComesFromItsOwnPlace() {
    FieldValues desired =
        FieldMapping.desired(
            contact(
                new CrmContact.Name("Dr", "John", "Q.", "Doe", "Doe, John"),
                new CrmAddress(List.of("1 Long Street"), "b city", "b state", "b code", "b land"),
                new CrmAddress(List.of("2 High Street"), "h city", "h state", "h code", "h land")));
    Map<Field, String> expected = new EnumMap<>(Field.class);
    expected.put(Field.FULL_NAME, "Doe, John");
    expected.put(Field.TITLE, "Dr");
    expected.put(Field.FIRST_NAME, "John");
    expected.put(Field.INITIALS, "Q.");
    expected.put(Field.LAST_NAME, "Doe");
    expected.put(Field.POSITION, "a position");
    expected.put(Field.BUSINESS_PHONE, "a business phone");
    expected.put(Field.HOME_PHONE, "a home phone");
    expected.put(Field.MOBILE_PHONE, "a mobile phone");
    expected.put(Field.BUSINESS_FAX, "a fax");
    expected.put(Field.EMAIL, "john@example.org");
    expected.put(Field.WEBSITE, "https://example.org");
    expected.put(Field.BUSINESS_STREET, "1 Long Street");
    expected.put(Field.BUSINESS_CITY, "b city");
    expected.put(Field.BUSINESS_STATE, "b state");
    expected.put(Field.BUSINESS_POSTAL_CODE, "b code");
    expected.put(Field.BUSINESS_COUNTRY, "b land");
    expected.put(Field.HOME_STREET, "2 High Street");
    expected.put(Field.HOME_CITY, "h city");
    expected.put(Field.HOME_STATE, "h state");
    expected.put(Field.HOME_POSTAL_CODE, "h code");
    expected.put(Field.HOME_COUNTRY, "h land");
    expected.put(Field.BIRTH_DATE, "1970-01-31");
    assertThat(desired.asMap()).isEqualTo(expected).hasSize(Field.values().length);
  }

  @ParameterizedTest
  @CsvSource({
    "John, Q., Doe, John Q. Doe",
    "John, '', Doe, John Doe",
    "'', '', Doe, Doe",
    "John, '', '', John",
    "' John ', ' ', ' Doe', John Doe",
    "'', '', '', ''"
  })
  void anAbsentFullNameIsPutTogetherWithoutTheTitle(
      String first, String initials, String last, String expected) {
    assertThat(
            named(new CrmContact.Name("Dr", first, initials, last, " \u00A0")).get(Field.FULL_NAME))
        .isEqualTo(expected);
  }

  @Test
  void aCalculatedFullNameIsTakenAsItIs() {
    assertThat(named(new CrmContact.Name("", "John", "", "Doe", "Doe  John")).get(Field.FULL_NAME))
        .isEqualTo("Doe  John");
  }

  @Test
  void theLinesOfAnAddressAreOneStreet() {
    CrmAddress address =
        new CrmAddress(List.of("Flat 1 ", "King's Court", " 10 Long Street"), "", "", "", "");
    FieldValues desired = FieldMapping.desired(contact(CrmContact.Name.NONE, address, address));
    assertThat(desired.get(Field.BUSINESS_STREET))
        .isEqualTo("Flat 1, King's Court, 10 Long Street");
    assertThat(desired.get(Field.HOME_STREET)).isEqualTo("Flat 1, King's Court, 10 Long Street");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\n", "\r\n", "\r", "\u0085", "\u2028", "\u2029", "\r\n\r\n", "\n \u200B\n"})
  void aLineBreakInsideALineIsACommaAndElsewhereABlank(String breaks) {
    CrmAddress address =
        new CrmAddress(
            List.of("Flat 1" + breaks + "King's Court" + breaks, "10 Long Street"),
            "New" + breaks + "York",
            "",
            "",
            "");
    FieldValues desired = FieldMapping.desired(contact(CrmContact.Name.NONE, address, address));
    assertThat(desired.get(Field.BUSINESS_STREET))
        .isEqualTo("Flat 1, King's Court, 10 Long Street");
    assertThat(desired.get(Field.HOME_CITY)).matches("New[ \u200B]+York");
  }

  @Test
  void invisibleCharactersAreTakenOffEachLineOfAnAddress() {
    CrmAddress address =
        new CrmAddress(
            List.of("\uFEFFFlat 1\u200B ", "\u200D\u2800", "\u00AD10 Long Street"), "", "", "", "");
    assertThat(
            FieldMapping.desired(contact(CrmContact.Name.NONE, address, CrmAddress.NONE))
                .get(Field.BUSINESS_STREET))
        .isEqualTo("Flat 1, 10 Long Street");
  }

  @ParameterizedTest
  @CsvSource({
    "1601-01-01, 1601-01-01",
    "4500-12-31, 4500-12-31",
    "1600-12-31, ''",
    "0001-01-01, ''",
    "0000-01-01, ''",
    "4501-01-01, ''",
    "9999-12-31, ''"
  })
  void aDateThatNoCalendarOfExchangeHasIsLeftOutAndTheRestStays(String date, String expected) {
    FieldValues desired =
        FieldMapping.desired(
            new CrmContact(
                new ContactId("c1"),
                ContactKind.PERSON,
                ContactStatus.ACTIVE,
                new CrmContact.Name("", "John", "", "Doe", ""),
                "Chair",
                date,
                "",
                "",
                CrmContact.Phones.NONE,
                CrmAddress.NONE,
                CrmAddress.NONE,
                Access.NONE));
    assertThat(desired.get(Field.BIRTH_DATE)).isEqualTo(expected);
    assertThat(desired.get(Field.POSITION)).isEqualTo("Chair");
  }

  @Test
  void aControlCharacterWithholdsNothing() {
    FieldValues desired = named(new CrmContact.Name("Dr\u0007", "Jo\u0000hn", "", "Doe\uFFFF", ""));
    assertThat(desired.get(Field.TITLE)).isEqualTo("Dr");
    assertThat(desired.get(Field.FULL_NAME)).isEqualTo("John Doe");
  }

  @Test
  void blankLinesAreSkipped() {
    CrmAddress address = new CrmAddress(List.of("", " \u3000", "10 Long Street"), "", "", "", "");
    assertThat(
            FieldMapping.desired(contact(CrmContact.Name.NONE, address, CrmAddress.NONE))
                .get(Field.BUSINESS_STREET))
        .isEqualTo("10 Long Street");
  }

  @Test
  void valuesAreNormalised() {
    FieldValues desired =
        named(new CrmContact.Name(" Dr\u00A0", "Zoe\u0308", "", "\u2003Doe\n", ""));
    assertThat(desired.get(Field.TITLE)).isEqualTo("Dr");
    assertThat(desired.get(Field.FULL_NAME)).isEqualTo("Zo\u00EB Doe");
  }
}
