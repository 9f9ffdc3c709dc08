package io.crmsync.domain.contact;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Labels of domain names in their two forms (RFC 3492). Unlike {@link java.net.IDN} it maps
 * nothing: <i>stra&#xDF;e</i> is a name of its own, as registries have it since IDNA 2008.
 */
final class Punycode {
  private static final String PREFIX = "xn--";
  private static final int BASE = 36;
  private static final int T_MIN = 1;
  private static final int T_MAX = 26;
  private static final int SKEW = 38;
  private static final int DAMP = 700;
  private static final int FIRST_BIAS = 72;
  private static final int FIRST_CODE_POINT = 128;

  private Punycode() {}

  /** The label in its own script; one that is not Punycode as it is. */
  static String toUnicode(String label) {
    if (!label.regionMatches(true, 0, PREFIX, 0, PREFIX.length())) {
      return label;
    }
    try {
      String decoded = decoded(label.substring(PREFIX.length()).toLowerCase(Locale.ROOT));
      return decoded.isEmpty() ? label : Normalizer.normalize(decoded, Normalizer.Form.NFC);
    } catch (IllegalArgumentException | ArithmeticException e) {
      return label;
    }
  }

  /** The label in ASCII; one that is ASCII as it is. */
  static String toAscii(String label) {
    return label.chars().allMatch(character -> character < FIRST_CODE_POINT)
        ? label
        : PREFIX + encoded(label.codePoints().toArray());
  }

  private static String decoded(String text) {
    int basic = Math.max(text.lastIndexOf('-'), 0);
    StringBuilder output = new StringBuilder(text.substring(0, basic));
    int in = basic == 0 && !text.startsWith("-") ? 0 : basic + 1;
    int codePoint = FIRST_CODE_POINT;
    int bias = FIRST_BIAS;
    int index = 0;
    int length = output.length();
    while (in < text.length()) {
      int before = index;
      int weight = 1;
      for (int k = BASE; ; k += BASE) {
        int digit = value(text, in++);
        index = Math.addExact(index, Math.multiplyExact(digit, weight));
        int threshold = threshold(k, bias);
        if (digit < threshold) {
          break;
        }
        weight = Math.multiplyExact(weight, BASE - threshold);
      }
      bias = adapted(index - before, ++length, before == 0);
      codePoint = Math.addExact(codePoint, index / length);
      index %= length;
      output.insert(output.offsetByCodePoints(0, index++), Character.toString(codePoint));
    }
    return output.toString();
  }

  private static String encoded(int[] label) {
    StringBuilder output = new StringBuilder();
    for (int codePoint : label) {
      if (codePoint < FIRST_CODE_POINT) {
        output.append((char) codePoint);
      }
    }
    int basic = output.length();
    int handled = basic;
    if (basic > 0) {
      output.append('-');
    }
    int next = FIRST_CODE_POINT;
    int delta = 0;
    int bias = FIRST_BIAS;
    while (handled < label.length) {
      int least = smallestFrom(label, next);
      delta += (least - next) * (handled + 1);
      next = least;
      for (int codePoint : label) {
        if (codePoint < next) {
          delta++;
        } else if (codePoint == next) {
          append(output, delta, bias);
          bias = adapted(delta, handled + 1, handled == basic);
          delta = 0;
          handled++;
        }
      }
      delta++;
      next++;
    }
    return output.toString();
  }

  private static void append(StringBuilder output, int delta, int bias) {
    int rest = delta;
    for (int k = BASE; ; k += BASE) {
      int threshold = threshold(k, bias);
      if (rest < threshold) {
        output.append(digit(rest));
        return;
      }
      output.append(digit(threshold + (rest - threshold) % (BASE - threshold)));
      rest = (rest - threshold) / (BASE - threshold);
    }
  }

  private static int smallestFrom(int[] label, int least) {
    int smallest = Integer.MAX_VALUE;
    for (int codePoint : label) {
      if (codePoint >= least && codePoint < smallest) {
        smallest = codePoint;
      }
    }
    return smallest;
  }

  private static int threshold(int k, int bias) {
    return Math.min(T_MAX, Math.max(T_MIN, k - bias));
  }

  private static int adapted(int delta, int length, boolean first) {
    int rest = first ? delta / DAMP : delta / 2;
    rest += rest / length;
    int k = 0;
    while (rest > (BASE - T_MIN) * T_MAX / 2) {
      rest /= BASE - T_MIN;
      k += BASE;
    }
    return k + (BASE - T_MIN + 1) * rest / (rest + SKEW);
  }

  private static int value(String text, int at) {
    int digit =
        at < text.length() ? "abcdefghijklmnopqrstuvwxyz0123456789".indexOf(text.charAt(at)) : -1;
    if (digit < 0) {
      throw new IllegalArgumentException("no Punycode");
    }
    return digit;
  }

  private static char digit(int value) {
    return (char) (value < 26 ? 'a' + value : '0' + value - 26);
  }
}
