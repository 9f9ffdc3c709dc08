package io.crmsync.adapters.mapping;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which properties the feed's contact has, and of which kind each is. */
enum FeedShape {
  TEXT,
  DATE,
  TEXTS,
  ADDRESS,
  SECURITY;

  private static final Map<String, FeedShape> CONTACT = contact();
  private static final Map<String, FeedShape> ADDRESS_PARTS =
      Map.of("lines", TEXTS, "city", TEXT, "state", TEXT, "postalCode", TEXT, "country", TEXT);
  private static final Map<String, FeedShape> SECURITY_PARTS =
      Map.of("scope", TEXT, "owner", TEXT, "groups", TEXTS);

  /**
   * Those of a contact, and {@code company}, which is not of the feed: it tells two people of one
   * name apart where records have neither id nor e-mail. Never a name that a mapping uses for
   * something else.
   */
  static Map<String, FeedShape> ofContact() {
    return CONTACT;
  }

  /** Those of an address or of a view security; none of anything else. */
  Map<String, FeedShape> parts() {
    return switch (this) {
      case ADDRESS -> ADDRESS_PARTS;
      case SECURITY -> SECURITY_PARTS;
      case TEXT, DATE, TEXTS -> Map.of();
    };
  }

  private static Map<String, FeedShape> contact() {
    Map<String, FeedShape> all =
        Stream.of(
                "id kind status title firstName initials lastName fullName position website email",
                "company businessPhone homePhone mobilePhone businessFax")
            .flatMap(line -> Set.of(line.split(" ", -1)).stream())
            .collect(Collectors.toMap(name -> name, name -> TEXT, (a, b) -> a, TreeMap::new));
    all.put("birthDate", DATE);
    all.put("businessAddress", ADDRESS);
    all.put("homeAddress", ADDRESS);
    all.put("coverageTeam", TEXTS);
    all.put("syncList", TEXTS);
    all.put("viewSecurity", SECURITY);
    return Map.copyOf(all);
  }
}
