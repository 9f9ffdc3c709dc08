package io.crmsync.simulators.graph;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The id of a text property beyond the schema, in the form in which the service gives it back: the
 * GUID and hexadecimal digits in lower case, without leading zeros. A property's own name keeps its
 * case.
 */
record ExtendedPropertyId(String text) {
  private static final Pattern TAG = Pattern.compile("String 0x0*([0-9a-fA-F]{1,4})");
  private static final Pattern NAMED =
      Pattern.compile(
          "String \\{([0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})} "
              + "(?:Name (\\S.*)|Id 0x0*([0-9a-fA-F]{1,8}))");

  static ExtendedPropertyId parse(String id) {
    Matcher tag = TAG.matcher(id);
    if (tag.matches()) {
      return new ExtendedPropertyId("String 0x" + lower(tag.group(1)));
    }
    Matcher named = NAMED.matcher(id);
    if (!named.matches()) {
      throw invalid();
    }
    String start = "String {" + lower(named.group(1)) + "} ";
    return new ExtendedPropertyId(
        named.group(2) == null
            ? start + "Id 0x" + lower(named.group(3))
            : start + "Name " + named.group(2));
  }

  static GraphError invalid() {
    return GraphError.invalidRequest(
        "ErrorInvalidExtendedProperty", "The extended property attribute combination is invalid.");
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
