package io.crmsync.domain.contact;

import java.text.Normalizer;

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
