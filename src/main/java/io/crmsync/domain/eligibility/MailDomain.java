package io.crmsync.domain.eligibility;

import java.net.IDN;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What stands after the @: at least two labels, judged in the ASCII form in which the domain name
 * system knows them, and a top one that is not all digits.
 */
final class MailDomain {
  private static final int MOST_OCTETS = 255;

  /** Scripts younger than the tables of IDNA 2003 are no reason to refuse an address. */
  private static final int FLAGS = IDN.ALLOW_UNASSIGNED | IDN.USE_STD3_ASCII_RULES;

  private static final Pattern LABEL =
      Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?");
  private static final Pattern DIGITS = Pattern.compile("[0-9]+");

  private MailDomain() {}

  static boolean valid(String domain) {
    List<String> labels = Arrays.stream(domain.split("\\.", -1)).map(MailDomain::ascii).toList();
    return labels.size() > 1
        && labels.stream().allMatch(label -> LABEL.matcher(label).matches())
        && !DIGITS.matcher(labels.get(labels.size() - 1)).matches()
        && String.join(".", labels).length() <= MOST_OCTETS;
  }

  /** The label's ASCII form; the empty string, which no label is, where it has none. */
  private static String ascii(String label) {
    try {
      return label.isEmpty() ? "" : IDN.toASCII(label, FLAGS);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }
}
