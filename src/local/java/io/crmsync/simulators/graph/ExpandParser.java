package io.crmsync.simulators.graph;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads {@code singleValueExtendedProperties($filter=id eq '…' or id eq '…')}, the one expansion on
 * offer.
 */
final class ExpandParser {
  private static final String CONDITION = "\\s*id\\s+eq\\s+'((?:[^']++|'')*+)'\\s*";
  private static final Pattern ONE = Pattern.compile(CONDITION + "(?:or\\b|$)");
  private static final Pattern WHOLE =
      Pattern.compile(
          "singleValueExtendedProperties\\(\\$filter=(%1$s(?:or%1$s)*+)\\)".formatted(CONDITION));

  private ExpandParser() {}

  static Set<ExtendedPropertyId> ids(String expand) {
    Matcher whole = WHOLE.matcher(expand);
    if (!whole.matches()) {
      throw GraphError.invalidRequest(
          "ErrorInvalidUrlQuery",
          "Extended properties must be expanded with a filter on their ids.");
    }
    Set<ExtendedPropertyId> ids = new LinkedHashSet<>();
    Matcher one = ONE.matcher(whole.group(1));
    while (one.find()) {
      ids.add(ExtendedPropertyId.parse(ContactFilterParser.unquoted(one.group(1))));
    }
    return ids;
  }
}
