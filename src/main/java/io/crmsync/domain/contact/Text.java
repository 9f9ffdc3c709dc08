package io.crmsync.domain.contact;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The one normal form of a text, in which it is compared and sent: on one line, without what no
 * reader of XML takes, in Unicode NFC, and without white space or invisible characters at its ends.
 */
public final class Text {
  /** C0 controls but tab, CR and LF, and the two non-characters: no XML 1.0 holds them. */
  private static final Pattern UNREADABLE =
      Pattern.compile("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]");

  private static final Pattern LINE_BREAKS = Pattern.compile("[\\r\\n\\x{85}\\u2028\\u2029]+");

  private Text() {}

  /**
   * Takes a text as any system holds it; a run of line breaks becomes one blank, a tab too.
   *
   * @return its normal form; blank becomes the empty string, which means "no value"
   */
  public static String normal(String text) {
    return isPlain(text) ? text : oneLine(withoutUnreadable(text));
  }

  /**
   * The same for a street, whose lines are joined with a comma: <i>Flat 1, King's Court</i>. Lines
   * with nothing on them are skipped.
   */
  public static String street(String text) {
    return Arrays.stream(LINE_BREAKS.split(withoutUnreadable(text)))
        .map(Text::normal)
        .filter(line -> !line.isEmpty())
        .collect(Collectors.joining(", "));
  }

  /** Whether nothing but white space and invisible characters is in it. */
  public static boolean blank(String text) {
    return normal(text).isEmpty();
  }

  /** Whether a character shows as nothing at all, not even as a gap. */
  public static boolean isInvisible(int codePoint) {
    return InvisibleCharacters.contain(codePoint);
  }

  private static String withoutUnreadable(String text) {
    return UNREADABLE.matcher(text).replaceAll("");
  }

  private static String oneLine(String readable) {
    String line = LINE_BREAKS.matcher(readable).replaceAll(" ").replace('\t', ' ');
    return trimmed(Normalizer.normalize(line, Normalizer.Form.NFC));
  }

  private static String trimmed(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && isNothing(text.codePointAt(start))) {
      start += Character.charCount(text.codePointAt(start));
    }
    while (start < end && isNothing(text.codePointBefore(end))) {
      end -= Character.charCount(text.codePointBefore(end));
    }
    return text.substring(start, end);
  }

  private static boolean isNothing(int codePoint) {
    return isSpace(codePoint) || isInvisible(codePoint);
  }

  /**
   * Unicode's White_Space property: the separators, and the controls from tab to carriage return
   * and NEXT LINE. Java's own notions of white space each leave some out or add others.
   */
  private static boolean isSpace(int codePoint) {
    return Character.isSpaceChar(codePoint)
        || (codePoint >= '\t' && codePoint <= '\r')
        || codePoint == 0x85;
  }

  /** Most texts: visible ASCII without blanks at the ends is its own normal form. */
  private static boolean isPlain(String text) {
    return text.isEmpty()
        || (text.charAt(0) != ' '
            && text.charAt(text.length() - 1) != ' '
            && text.chars().allMatch(character -> character >= ' ' && character <= '~'));
  }
}
