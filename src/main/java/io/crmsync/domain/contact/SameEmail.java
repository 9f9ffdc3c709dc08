package io.crmsync.domain.contact;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which e-mail addresses are the same (R8, R10): the one place that says so. Case does not count,
 * nor {@code smtp:} or {@code mailto:} before the address, nor quotes around the whole of it, nor
 * whether a domain is written in its own script or in ASCII.
 */
public final class SameEmail {
  private static final Pattern PREFIX =
      Pattern.compile("(?:smtp|mailto):\\s*", Pattern.CASE_INSENSITIVE);
  private static final Pattern QUOTED =
      Pattern.compile("(['\"\u2018\u201C])(.*)(['\"\u2019\u201D])", Pattern.DOTALL);
  private static final Pattern DOT = Pattern.compile("\\.");

  private SameEmail() {}

  /**
   * The form in which an address is compared: two addresses are the same if these are equal.
   *
   * @return blank gives the empty string
   */
  public static String key(String address) {
    String bare = bare(address);
    return domainWise(bare, Punycode::toUnicode).toLowerCase(Locale.ROOT);
  }

  /** Whether two addresses are the same. */
  public static boolean same(String one, String other) {
    return key(one).equals(key(other));
  }

  /**
   * The ways in which a server that only ignores case may hold an address that is the same: as
   * given, and with each of what does not count.
   *
   * @return no two that differ by case only, the given one first; none of a blank address
   */
  public static List<String> spellings(String address) {
    String bare = bare(address);
    if (bare.isEmpty()) {
      return List.of();
    }
    Set<String> spellings = new LinkedHashSet<>(List.of(Text.normal(address)));
    for (String domain :
        List.of(
            bare,
            domainWise(bare, Punycode::toUnicode),
            domainWise(bare, label -> Punycode.toAscii(label.toLowerCase(Locale.ROOT))))) {
      spellings.addAll(
          List.of(
              domain, "smtp:" + domain, "mailto:" + domain, "'" + domain + "'", quoted(domain)));
    }
    Set<String> seen = new LinkedHashSet<>();
    return spellings.stream().filter(each -> seen.add(each.toLowerCase(Locale.ROOT))).toList();
  }

  private static String quoted(String address) {
    return "\"" + address + "\"";
  }

  /** Without prefixes and quotes, in whatever order they come. */
  private static String bare(String address) {
    String text = Text.normal(address);
    String before;
    do {
      before = text;
      text = Text.normal(withoutQuotes(withoutPrefix(text)));
    } while (!text.equals(before));
    return text;
  }

  private static String withoutPrefix(String text) {
    Matcher prefix = PREFIX.matcher(text);
    return prefix.lookingAt() ? text.substring(prefix.end()) : text;
  }

  private static String withoutQuotes(String text) {
    Matcher quoted = QUOTED.matcher(text);
    return quoted.matches() && closes(quoted.group(1), quoted.group(3)) ? quoted.group(2) : text;
  }

  private static boolean closes(String opening, String closing) {
    return switch (opening) {
      case "\u2018" -> closing.equals("\u2019");
      case "\u201C" -> closing.equals("\u201D");
      default -> closing.equals(opening);
    };
  }

  private static String domainWise(String address, UnaryOperator<String> form) {
    int at = address.lastIndexOf('@') + 1;
    return at == 0
        ? address
        : address.substring(0, at)
            + Arrays.stream(DOT.split(address.substring(at), -1))
                .map(form)
                .collect(Collectors.joining("."));
  }
}
