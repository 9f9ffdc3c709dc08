package io.crmsync.simulators.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the two filters on contacts that the service offers, alone or joined with {@code or}: an
 * e-mail address, or an extended property's value. Gives the index keys that match; everything else
 * is refused.
 */
final class ContactFilterParser {
  private static final String TEXT = "'((?:[^']++|'')*+)'";
  private static final Pattern EMAIL =
      Pattern.compile(
          "\\s*emailAddresses/any\\(\\s*(\\w+)\\s*:\\s*\\1/address\\s+eq\\s+"
              + TEXT
              + "\\s*\\)\\s*");
  private static final Pattern EXTENDED =
      Pattern.compile(
          "\\s*singleValueExtendedProperties/[aA]ny\\(\\s*(\\w+)\\s*:\\s*\\1/id\\s+eq\\s+"
              + TEXT
              + "\\s+and\\s+\\1/value\\s+eq\\s+"
              + TEXT
              + "\\s*\\)\\s*");
  private static final Pattern OR = Pattern.compile("or\\s+");

  private final String filter;
  private int position;

  private ContactFilterParser(String filter) {
    this.filter = filter;
  }

  /** The keys of {@link IndexKey} of which a contact needs one. */
  static List<String> keys(String filter, boolean orAccepted) {
    List<String> keys = new ContactFilterParser(filter).alternatives();
    if (keys.size() > 1 && !orAccepted) {
      throw GraphError.invalidRequest(
          "ErrorInvalidRestriction", "The restriction is invalid or not supported.");
    }
    return keys;
  }

  static String unquoted(String text) {
    return text.replace("''", "'");
  }

  private List<String> alternatives() {
    List<String> keys = new ArrayList<>(List.of(condition()));
    while (position < filter.length()) {
      matched(OR);
      keys.add(condition());
    }
    return keys;
  }

  private String condition() {
    Matcher email = EMAIL.matcher(filter).region(position, filter.length());
    if (email.lookingAt()) {
      position = email.end();
      return IndexKey.email(unquoted(email.group(2)));
    }
    Matcher extended = matched(EXTENDED);
    return IndexKey.extended(
        ExtendedPropertyId.parse(unquoted(extended.group(2))), unquoted(extended.group(3)));
  }

  private Matcher matched(Pattern pattern) {
    Matcher matcher = pattern.matcher(filter).region(position, filter.length());
    if (!matcher.lookingAt()) {
      throw GraphError.invalidRequest(
          "ErrorInvalidUrlQueryFilter", "The query filter contains one or more invalid nodes.");
    }
    position = matcher.end();
    return matcher;
  }
}
