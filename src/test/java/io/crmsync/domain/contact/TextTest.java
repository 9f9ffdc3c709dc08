package io.crmsync.domain.contact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Normal form of a value")
class TextTest {
  /** PropList.txt of the Unicode Character Database: all that is White_Space. */
  private static final List<Integer> WHITE_SPACE =
      IntStream.of(
              0x9, 0xA, 0xB, 0xC, 0xD, 0x20, 0x85, 0xA0, 0x1680, 0x2000, 0x2001, 0x2002, 0x2003,
              0x2004, 0x2005, 0x2006, 0x2007, 0x2008, 0x2009, 0x200A, 0x2028, 0x2029, 0x202F,
              0x205F, 0x3000)
          .boxed()
          .toList();

  @Test
  void everyWhiteSpaceIsTrimmedAndNothingElse() {
    for (int codePoint = 0; codePoint <= Character.MAX_CODE_POINT; codePoint++) {
      String character = Character.toString(codePoint);
      assertThat(Text.blank(character))
          .as("U+%04X", codePoint)
          .isEqualTo(WHITE_SPACE.contains(codePoint));
    }
  }

  @Test
  void whiteSpaceInsideStays() {
    assertThat(Text.normal("\u00A0 \tAnna\u00A0 Maria\u2029\u3000")).isEqualTo("Anna\u00A0 Maria");
  }

  @Test
  void decomposedAndComposedAreOneValue() {
    assertThat(Text.normal("Zoe\u0308")).isEqualTo("Zo\u00EB");
    assertThat(Text.normal("\u1112\u1161\u11AB")).isEqualTo("\uD55C");
  }

  @Test
  void compatibilityFormsStayDifferent() {
    assertThat(Text.normal("\uFB01")).isEqualTo("\uFB01");
    assertThat(Text.normal("\u2460")).isEqualTo("\u2460");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        " \u0301x",
        "I\u0307",
        "\u2000a\u2001",
        "\uD83D\uDC69\u200D\uD83D\uDE80 ",
        "\u0E19\u0E49\u0E33",
        "\u05E9\u05DC\u05D5\u05DD"
      })
  void theNormalFormOfANormalFormIsItself(String value) {
    String once = Text.normal(value);
    assertThat(Text.normal(once)).isEqualTo(once);
  }

  @Test
  void tenThousandCharactersAreOneValueLikeAnyOther() {
    String longValue = "\u0E01".repeat(10_000);
    assertThat(Text.normal("  " + longValue + "\n")).isEqualTo(longValue);
  }
}
