package io.crmsync.domain.eligibility;

import java.net.IDN;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What stands after the @: at least two labels, judged in the ASCII form in which the domain name
 * system knows them, and a top one that is not all digits. A label that IDNA would make another one
 * of, but for case, is none: sent is what stands here, and not every mail system maps.
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
    List<String> written = List.of(domain.split("\\.", -1));
    List<String> labels = written.stream().map(MailDomain::ascii).toList();
    return labels.size() > 1
        && written.stream().noneMatch(MailDomain::isMapped)
        && labels.stream().allMatch(label -> LABEL.matcher(label).matches())
        && !DIGITS.matcher(labels.get(labels.size() - 1)).matches()
        && String.join(".", labels).length() <= MOST_OCTETS;
  }

  /** Whether it has compatibility characters, such as full-width letters or circled digits. */
  private static boolean isMapped(String label) {
    String lower = label.toLowerCase(Locale.ROOT);
    return !Normalizer.normalize(lower, Form.NFKC).equals(Normalizer.normalize(lower, Form.NFC));
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
