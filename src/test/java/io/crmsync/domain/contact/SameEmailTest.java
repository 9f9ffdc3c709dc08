package io.crmsync.domain.contact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("R8, R10: which e-mail addresses are the same")
class SameEmailTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Info@B\u00DCCHER.example",
        " info@bu\u0308cher.example\u200B",
        "smtp:info@b\u00FCcher.example",
        "SMTP:info@b\u00FCcher.example",
        "mailto:info@b\u00FCcher.example",
        "MailTo: info@b\u00FCcher.example",
        "'info@b\u00FCcher.example'",
        "\"info@b\u00FCcher.example\"",
        "\u2018info@b\u00FCcher.example\u2019",
        "\u201Cinfo@b\u00FCcher.example\u201D",
        "mailto:'smtp:info@b\u00FCcher.example'",
        "'SMTP:Info@XN--BCHER-kva.EXAMPLE'",
        "info@xn--bcher-kva.example"
      })
  void allTheseAreOne(String address) {
    assertThat(SameEmail.same(address, "info@b\u00FCcher.example")).isTrue();
    assertThat(SameEmail.key(SameEmail.key(address))).isEqualTo(SameEmail.key(address));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "info@bucher.example",
        "b\u00FCcher.example",
        "xinfo@b\u00FCcher.example",
        "sip:info@b\u00FCcher.example",
        "'info@b\u00FCcher.example",
        "info@b\u00FCcher.example\"",
        "'info@b\u00FCcher.example\"",
        "info@xn--bcher-kvb.example"
      })
  void noneOfTheseIs(String address) {
    assertThat(SameEmail.same(address, "info@b\u00FCcher.example")).isFalse();
  }

  @Test
  void aQuotedLocalPartKeepsItsQuotes() {
    assertThat(SameEmail.same("\"john doe\"@example.org", "john doe@example.org")).isFalse();
    assertThat(SameEmail.same("'\"john doe\"@example.org'", "\"John Doe\"@example.org")).isTrue();
    assertThat(SameEmail.same("o'neil@example.org", "oneil@example.org")).isFalse();
  }

  /** Since IDNA 2008 it may be somebody else's. */
  @Test
  void aSharpSIsNoDoubleS() {
    assertThat(SameEmail.same("a@stra\u00DFe.example", "a@strasse.example")).isFalse();
    assertThat(SameEmail.same("a@stra\u00DFe.example", "a@xn--strae-oqa.example")).isTrue();
  }

  @Test
  void aBlankOneIsNone() {
    assertThat(SameEmail.key(" \u200B\u00A0")).isEmpty();
    assertThat(SameEmail.spellings(" \u200B")).isEmpty();
  }

  @Test
  void theSpellingsToLookForAreAllTheSameAndBeginWithTheAddress() {
    List<String> spellings = SameEmail.spellings("Info@b\u00FCcher.example");
    assertThat(spellings)
        .startsWith("Info@b\u00FCcher.example")
        .contains(
            "Info@xn--bcher-kva.example",
            "smtp:Info@xn--bcher-kva.example",
            "mailto:Info@b\u00FCcher.example",
            "'Info@b\u00FCcher.example'")
        .allMatch(each -> SameEmail.same(each, "info@b\u00FCcher.example"));
    assertThat(spellings.stream().map(each -> each.toLowerCase(Locale.ROOT)))
        .doesNotHaveDuplicates();
    assertThat(SameEmail.spellings("a@example.org"))
        .containsExactly(
            "a@example.org",
            "smtp:a@example.org",
            "mailto:a@example.org",
            "'a@example.org'",
            "\"a@example.org\"");
  }
}
