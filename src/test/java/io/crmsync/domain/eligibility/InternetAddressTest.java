package io.crmsync.domain.eligibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("R4: addresses that mail on the Internet can be sent to")
class InternetAddressTest {
  private static final String LABEL_63 = "d".repeat(63);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a@b.co",
        "first.last@example.org",
        "first+tag@example.org",
        "o'brien@example.org",
        "!#$%&'*+-/=?^_`{|}~@example.org",
        "1234567890@example.org",
        "-@example.org",
        "a@1.example.org",
        "a@xn--bcher-kva.example",
        "a@example.xn--p1ai",
        "a@sub.sub.sub.example.org",
        "a@3com.com",
        "a@ex--ample.org",
        "a@example.c0m",
        "A.B@EXAMPLE.ORG",
        "\"\"@example.org",
        "\"first last\"@example.org",
        "\"a@b\"@example.org",
        "\"a..b.\"@example.org",
        "\"a\\\"b\\\\c\"@example.org",
        "\"(comment)\"@example.org",
        "\"\u00FC \u00F1\"@example.org",
        "j\u00F6rg@example.org",
        "info@b\u00FCcher.example",
        "info@B\u00DCCHER.example",
        "info@stra\u00DFe.example",
        "\uFF41@example.org",
        "\u7528\u6237@\u4F8B\u5B50.\u4E2D\u56FD",
        "\u0E17\u0E14\u0E2A\u0E2D\u0E1A@\u0E44\u0E17\u0E22.\u0E44\u0E17\u0E22",
        "\u05D3\u05D5\u05D0\u05E8@\u05D3\u05D5\u05D2\u05DE\u05D4.\u05E7\u05D5\u05DD",
        "\u0928\u092E\u0938\u094D\u0924\u0947@\u0909\u0926\u093E\u0939\u0930\u0923.\u092D\u093E\u0930\u0924",
        "\u0130nfo@\u0131\u015F\u0131k.example",
        "\uD83D\uDE00@\uD83D\uDE00.example"
      })
  void areTaken(String address) {
    assertThat(InternetAddress.sendable(address)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "@",
        "a",
        "a@",
        "@example.org",
        "example.org",
        "a@b@example.org",
        "a b@example.org",
        "a@exam ple.org",
        "a@example.org ",
        ".a@example.org",
        "a.@example.org",
        "a..b@example.org",
        "a@.example.org",
        "a@example..org",
        "a@example.org.",
        "a@-example.org",
        "a@example-.org",
        "a@example.org-",
        "a@exa_mple.org",
        "a@exam!ple.org",
        "a@localhost",
        "a@example",
        "a@example.123",
        "a@1.2.3.4",
        "a@example.\uFF11\uFF12",
        "a@[1.2.3.4]",
        "a@[IPv6:2001:db8::1]",
        "a(comment)@example.org",
        "(comment)a@example.org",
        "a@(comment)example.org",
        "a@example.org(comment)",
        "A B <a@example.org>",
        "<a@example.org>",
        "mailto:a@example.org",
        "a@example.org,b@example.org",
        "a@example.org;b@example.org",
        "a,b@example.org",
        "a:b@example.org",
        "a\\b@example.org",
        "a\"b@example.org",
        "\"a@example.org",
        "a\"@example.org",
        "\"a\"b@example.org",
        "\"a\".b@example.org",
        "\"a\"b\"@example.org",
        "\"a\\\"@example.org",
        "\"a\tb\"@example.org",
        "\"a\u0000b\"@example.org",
        "a\n@example.org",
        "a\u007F@example.org",
        "a\u0085b@example.org",
        "a\u00A0b@example.org",
        "a\u3000@example.org",
        "a\uD800@example.org",
        "a@ex\uD800.org",
        "a@example\u3002org",
        "a@www.example\u3002org",
        "a@www\uFF0Eexample.org",
        "a@\uFF45xample.org",
        "a@example.\uFF4Frg",
        "a@\u2121.example",
        "a@\u2460.example",
        "a@of\uFB01ce.example",
        "a@exa\u00ADmple.org",
        "a@exa\u200Bmple.org",
        "a@exa\u200Dmple.org",
        "a@exa\u2060mple.org",
        "a@exa\uFE0Fmple.org",
        "a\u200Bb@example.org",
        "a\uFE0Fb@example.org",
        "\u2800@example.org",
        "\"a\u200Bb\"@example.org",
        "\uD83D\uDC68\u200D\uD83D\uDC69@example.org",
        "a@\u00AD.org",
        "a@\u4F8B-.org",
        "a@-\u4F8B.org",
        "a@\u4F8B_\u5B50.org",
        "a\u2028@example.org",
        "a@ex\u2000ample.org"
      })
  void areNotThese(String address) {
    assertThat(InternetAddress.sendable(address)).isFalse();
  }

  static Stream<String> asLongAsCanBe() {
    return Stream.of(
        "l".repeat(64) + "@example.org",
        "\u00FC".repeat(32) + "@example.org",
        "\uD83D\uDE00".repeat(16) + "@example.org",
        "\"" + "l".repeat(62) + "\"@example.org",
        "a@" + LABEL_63 + ".org",
        "l".repeat(62) + "@" + (LABEL_63 + ".").repeat(2) + "d".repeat(59) + ".org");
  }

  @ParameterizedTest
  @MethodSource("asLongAsCanBe")
  void mayReachEveryLimit(String address) {
    assertThat(InternetAddress.sendable(address)).isTrue();
  }

  static Stream<String> oneTooLong() {
    return Stream.of(
        "l".repeat(65) + "@example.org",
        "\u00FC".repeat(32) + "l@example.org",
        "\uD83D\uDE00".repeat(16) + "l@example.org",
        "\"" + "l".repeat(63) + "\"@example.org",
        "a@d" + LABEL_63 + ".org",
        "a@example." + LABEL_63 + "d",
        "l".repeat(63) + "@" + (LABEL_63 + ".").repeat(2) + "d".repeat(59) + ".org",
        "x".repeat(10_000) + "@example.org",
        "a@" + "b.".repeat(5_000) + "org");
  }

  @ParameterizedTest
  @MethodSource("oneTooLong")
  void mayNotPassOne(String address) {
    assertThat(InternetAddress.sendable(address)).isFalse();
  }

  @Test
  void theWholeHasTwoHundredAndFiftyFourOctetsAtMost() {
    String domain = LABEL_63 + "." + LABEL_63 + "." + "d".repeat(59) + ".org";
    assertThat("l".repeat(62) + "@" + domain).hasSize(254);
    assertThat(InternetAddress.sendable("l".repeat(62) + "@" + domain)).isTrue();
    assertThat(InternetAddress.sendable("l".repeat(61) + "\u00FC@" + domain)).isFalse();
  }

  @Test
  void aLabelIsMeasuredInItsAsciiForm() {
    String oneRepeated = "\u4F8B".repeat(50);
    String allDifferent =
        IntStream.range(0, 26)
            .map(index -> 0x4E00 + 800 * index)
            .mapToObj(Character::toString)
            .collect(Collectors.joining());
    assertThat(InternetAddress.sendable("a@" + oneRepeated + ".org")).isTrue();
    assertThat(InternetAddress.sendable("a@" + allDifferent + ".org")).isFalse();
  }

  @Test
  void nothingMakesItFail() {
    Random random = new Random(20_260_101);
    IntStream.range(0, 50_000)
        .mapToObj(turn -> anything(random) + "@" + anything(random) + ".org")
        .forEach(
            address ->
                assertThatCode(() -> InternetAddress.sendable(address))
                    .as(address)
                    .doesNotThrowAnyException());
  }

  private static String anything(Random random) {
    return random
        .ints(1 + random.nextInt(4), 0, random.nextBoolean() ? 0x3000 : 0x110000)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
