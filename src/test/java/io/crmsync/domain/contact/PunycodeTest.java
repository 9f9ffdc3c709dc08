package io.crmsync.domain.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.net.IDN;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("RFC 3492: a label in its script and in ASCII")
class PunycodeTest {
  @ParameterizedTest
  @CsvSource({
    "b\u00FCcher, xn--bcher-kva",
    "stra\u00DFe, xn--strae-oqa",
    "\u03B2\u03CC\u03BB\u03BF\u03C2, xn--nxasmm1c",
    "\u4F8B\u5B50, xn--fsqu00a",
    "\u0E44\u0E17\u0E22, xn--o3cw4h",
    "\u043F\u0440\u0438\u043C\u0435\u0440, xn--e1afmkfd",
    "3\u5E74b\u7D44\u91D1\u516B\u5148\u751F, xn--3b-ww4c5e180e575a65lsy2b",
    "\uD83D\uDE00, xn--e28h"
  })
  void eachIsTheOther(String script, String ascii) {
    assertThat(Punycode.toAscii(script)).isEqualTo(ascii);
    assertThat(Punycode.toUnicode(ascii)).isEqualTo(script);
    assertThat(Punycode.toUnicode(ascii.toUpperCase(java.util.Locale.ROOT))).isEqualTo(script);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "example", "xn--", "xn--\u00FC", "xn--a*b", "xn--99999999999"})
  void whatIsNoPunycodeStays(String label) {
    assertThat(Punycode.toUnicode(label)).isEqualTo(label);
  }

  @Test
  void itAgreesWithJavaWhereJavaMapsNothing() {
    Random random = new Random(20_261_130);
    for (int turn = 0; turn < 2_000; turn++) {
      String label =
          random
              .ints(1 + random.nextInt(12), 0x4E00, 0x9FA5)
              .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
              .insert(0, random.nextBoolean() ? "a" + random.nextInt(9) : "")
              .toString();
      String ascii = Punycode.toAscii(label);
      if (ascii.length() <= 63) {
        assertThat(ascii).isEqualTo(IDN.toASCII(label));
      }
      assertThat(Punycode.toUnicode(ascii)).isEqualTo(label);
    }
  }

  @Test
  void nothingMakesItFail() {
    Random random = new Random(34_92);
    for (int turn = 0; turn < 20_000; turn++) {
      String label =
          random
              .ints(random.nextInt(12), '-', '{')
              .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
              .toString();
      assertThatCode(() -> Punycode.toUnicode("xn--" + label)).doesNotThrowAnyException();
    }
  }
}
