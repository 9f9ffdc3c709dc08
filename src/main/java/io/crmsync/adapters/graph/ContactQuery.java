package io.crmsync.adapters.graph;

import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.SameEmail;
import java.util.stream.Collectors;

/** The words of Graph's queries on contacts. */
final class ContactQuery {
  static final int LARGEST_PAGE = 1000;

  private ContactQuery() {}

  static String[] wholeContact() {
    return new String[] {
      "id",
      "parentFolderId",
      "createdDateTime",
      "displayName",
      "title",
      "givenName",
      "middleName",
      "surname",
      "jobTitle",
      "mobilePhone",
      "businessHomePage",
      "birthday",
      "emailAddresses",
      "businessPhones",
      "homePhones",
      "businessAddress",
      "homeAddress",
      "categories"
    };
  }

  static String[] matching() {
    return new String[] {"id", "parentFolderId", "createdDateTime", "emailAddresses"};
  }

  static String[] withMark() {
    return expand(ExtendedProperty.MARK.idFilter());
  }

  static String[] withMarkAndFax() {
    return expand(ExtendedProperty.MARK.idFilter() + " or " + ExtendedProperty.FAX.idFilter());
  }

  static String marked(ContactId contact) {
    return "singleValueExtendedProperties/Any(ep: ep/%s and ep/value eq %s)"
        .formatted(ExtendedProperty.MARK.idFilter(), quoted(contact.value()));
  }

  /** With this address or another spelling of it. */
  static String addressedSomehow(String email) {
    return SameEmail.spellings(email).stream()
        .map(ContactQuery::addressed)
        .collect(Collectors.joining(" or "));
  }

  static String addressed(String email) {
    return "emailAddresses/any(a:a/address eq %s)".formatted(quoted(email));
  }

  private static String[] expand(String filter) {
    return new String[] {"singleValueExtendedProperties($filter=" + filter + ")"};
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}
