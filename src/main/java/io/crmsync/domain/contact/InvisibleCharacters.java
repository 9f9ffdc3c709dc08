package io.crmsync.domain.contact;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Characters that show as nothing: Unicode's general category Cf and its property
 * Default_Ignorable_Code_Point (the variation selectors are in it), both of Unicode 16, and the
 * blank of Braille. Listed here because a Java platform knows the tables of its own age only, and a
 * value must not have another normal form after an upgrade of it.
 */
final class InvisibleCharacters {
  private static final NavigableMap<Integer, Integer> RANGES =
      ranges(
          0x00AD, 0x00AD, 0x034F, 0x034F, 0x0600, 0x0605, 0x061C, 0x061C, 0x06DD, 0x06DD, 0x070F,
          0x070F, 0x0890, 0x0891, 0x08E2, 0x08E2, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B, 0x180F,
          0x200B, 0x200F, 0x202A, 0x202E, 0x2060, 0x206F, 0x2800, 0x2800, 0x3164, 0x3164, 0xFE00,
          0xFE0F, 0xFEFF, 0xFEFF, 0xFFA0, 0xFFA0, 0xFFF0, 0xFFFB, 0x110BD, 0x110BD, 0x110CD,
          0x110CD, 0x13430, 0x1343F, 0x1BCA0, 0x1BCA3, 0x1D173, 0x1D17A, 0xE0000, 0xE0FFF);

  private InvisibleCharacters() {}

  static boolean contain(int codePoint) {
    Map.Entry<Integer, Integer> range = RANGES.floorEntry(codePoint);
    return range != null && codePoint <= range.getValue();
  }

  /** Takes the first and the last of each range. */
  private static NavigableMap<Integer, Integer> ranges(int... ends) {
    NavigableMap<Integer, Integer> ranges = new TreeMap<>();
    for (int index = 0; index < ends.length; index += 2) {
      ranges.put(ends[index], ends[index + 1]);
    }
    return ranges;
  }
}
