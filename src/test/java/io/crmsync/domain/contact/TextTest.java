package io.crmsync.domain.contact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
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

  /** Beside Unicode's category Cf, what it says may be left undrawn, and the blank of Braille. */
  private static final Pattern OTHERS_UNSEEN =
      Pattern.compile(
          "[\\x{34F}\\x{115F}\\x{1160}\\x{17B4}\\x{17B5}\\x{180B}-\\x{180F}\\x{2065}\\x{2800}\\x{3164}"
              + "\\x{890}\\x{891}\\x{FE00}-\\x{FE0F}\\x{FFA0}\\x{FFF0}-\\x{FFF8}\\x{13439}-\\x{1343F}"
              + "\\x{E0000}-\\x{E0FFF}]");

  @Test
  void everyWhiteSpaceAndWhatCannotBeSeenIsTrimmedAndNothingElse() {
    for (int codePoint = 0; codePoint <= Character.MAX_CODE_POINT; codePoint++) {
      String character = Character.toString(codePoint);
      boolean nothing =
          WHITE_SPACE.contains(codePoint)
              || UNREADABLE.contains(codePoint)
              || Character.getType(codePoint) == Character.FORMAT
              || OTHERS_UNSEEN.matcher(character).matches();
      assertThat(Text.normal("x" + character).equals("x"))
          .as("U+%04X", codePoint)
          .isEqualTo(nothing);
    }
  }

  /** Char of XML 1.0 leaves these out, and surrogates, which no record may have (R6). */
  private static final List<Integer> UNREADABLE =
      IntStream.concat(IntStream.range(0, 0x20), IntStream.of(0xFFFE, 0xFFFF))
          .filter(codePoint -> codePoint != '\t' && codePoint != '\n' && codePoint != '\r')
          .boxed()
          .toList();

  @Test
  void whatNoReaderOfXmlTakesIsTakenOutWhereverItIs() {
    for (int codePoint : UNREADABLE) {
      String odd = Character.toString(codePoint);
      assertThat(Text.normal(odd + "An" + odd + odd + "na " + odd + "M")).isEqualTo("Anna M");
    }
    assertThat(Text.normal("Zoe\u0001\u0308")).as("then composed").isEqualTo("Zo\u00EB");
    assertThat(Text.normal("a\r\u0000\nb")).as("one run").isEqualTo("a b");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\r", "\n", "\r\n", "\n\n\r", "\u0085", "\u2028", "\u2029\r\n", "\t"})
  void aRunOfLineBreaksOrATabIsOneBlank(String breaks) {
    assertThat(Text.normal("line one" + breaks + "line two" + breaks))
        .isEqualTo("line one line two");
  }

  @Test
  void whatCannotBeSeenIsTakenOffBothEndsInAnyMixture() {
    assertThat(Text.normal("\u200B \uFEFF\u00A0Anna\u200D\uFE0F\u2800 \u2060")).isEqualTo("Anna");
    assertThat(Text.normal("\u2764\uFE0F")).as("loses its selector").isEqualTo("\u2764");
    assertThat(Text.normal("a\u200Bb")).as("inside it stays").isEqualTo("a\u200Bb");
    assertThat(Text.blank("\u200B\u3164\u00AD")).isTrue();
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
        "\u05E9\u05DC\u05D5\u05DD",
        "a\u0000\r\n \u2028\tb \u200B",
        "\uFE0F\u0301x\u200D"
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
