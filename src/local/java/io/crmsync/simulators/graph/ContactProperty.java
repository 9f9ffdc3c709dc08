package io.crmsync.simulators.graph;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The writable properties of a contact in v1.0, each with its type and how many entries it takes.
 */
enum ContactProperty {
  CATEGORIES("categories", Type.TEXTS),
  BIRTHDAY("birthday", Type.DATE_TIME),
  FILE_AS("fileAs", Type.TEXT),
  DISPLAY_NAME("displayName", Type.TEXT),
  GIVEN_NAME("givenName", Type.TEXT),
  INITIALS("initials", Type.TEXT),
  MIDDLE_NAME("middleName", Type.TEXT),
  NICK_NAME("nickName", Type.TEXT),
  SURNAME("surname", Type.TEXT),
  TITLE("title", Type.TEXT),
  YOMI_GIVEN_NAME("yomiGivenName", Type.TEXT),
  YOMI_SURNAME("yomiSurname", Type.TEXT),
  YOMI_COMPANY_NAME("yomiCompanyName", Type.TEXT),
  GENERATION("generation", Type.TEXT),
  IM_ADDRESSES("imAddresses", Type.TEXTS),
  JOB_TITLE("jobTitle", Type.TEXT),
  COMPANY_NAME("companyName", Type.TEXT),
  DEPARTMENT("department", Type.TEXT),
  OFFICE_LOCATION("officeLocation", Type.TEXT),
  PROFESSION("profession", Type.TEXT),
  BUSINESS_HOME_PAGE("businessHomePage", Type.TEXT),
  ASSISTANT_NAME("assistantName", Type.TEXT),
  MANAGER("manager", Type.TEXT),
  HOME_PHONES("homePhones", Type.TEXTS, 2),
  MOBILE_PHONE("mobilePhone", Type.TEXT),
  BUSINESS_PHONES("businessPhones", Type.TEXTS, 2),
  SPOUSE_NAME("spouseName", Type.TEXT),
  PERSONAL_NOTES("personalNotes", Type.TEXT),
  CHILDREN("children", Type.TEXTS),
  EMAIL_ADDRESSES("emailAddresses", Type.EMAILS, 3),
  HOME_ADDRESS("homeAddress", Type.ADDRESS),
  BUSINESS_ADDRESS("businessAddress", Type.ADDRESS),
  OTHER_ADDRESS("otherAddress", Type.ADDRESS);

  /** What a property holds, and so how its absence is shown. */
  enum Type {
    TEXT,
    DATE_TIME,
    TEXTS,
    EMAILS,
    ADDRESS
  }

  private static final Map<String, ContactProperty> BY_NAME =
      Arrays.stream(values())
          .collect(Collectors.toMap(ContactProperty::jsonName, Function.identity()));

  private final String jsonName;
  private final Type type;
  private final int most;

  ContactProperty(String jsonName, Type type) {
    this(jsonName, type, Integer.MAX_VALUE);
  }

  ContactProperty(String jsonName, Type type, int most) {
    this.jsonName = jsonName;
    this.type = type;
    this.most = most;
  }

  String jsonName() {
    return jsonName;
  }

  Type type() {
    return type;
  }

  /** How many entries a collection takes. */
  int most() {
    return most;
  }

  static Optional<ContactProperty> named(String jsonName) {
    return Optional.ofNullable(BY_NAME.get(jsonName));
  }
}
