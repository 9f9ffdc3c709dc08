package io.crmsync.domain.contact;

import java.text.Normalizer;
import java.util.Locale;

/** The one normal form of a value: trimmed of every Unicode white space, and in Unicode NFC. */
public final class Text {
  private Text() {}

  /**
   * Takes a value as any system holds it.
   *
   * @return its normal form; blank becomes the empty string, which means "no value"
   */
  public static String normal(String value) {
    String composed = Normalizer.normalize(value, Normalizer.Form.NFC);
    int start = 0;
    int end = composed.length();
    while (start < end && isSpace(composed.codePointAt(start))) {
      start += Character.charCount(composed.codePointAt(start));
    }
    while (start < end && isSpace(composed.codePointBefore(end))) {
      end -= Character.charCount(composed.codePointBefore(end));
    }
    return composed.substring(start, end);
  }

  /**
   * The form in which e-mail addresses are compared: the one place that says which are the same
   * (R8, R10). Case does not count, in the local part neither.
   *
   * @return blank gives the empty string
   */
  public static String sameEmail(String address) {
    return normal(address).toLowerCase(Locale.ROOT);
  }

  /** Whether nothing but white space is in it. */
  public static boolean blank(String value) {
    return normal(value).isEmpty();
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
}
