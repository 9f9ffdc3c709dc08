package io.crmsync.domain.patch;

import static io.crmsync.domain.patch.PatchedOutlook.apply;
import static io.crmsync.domain.patch.PatchedOutlook.created;
import static io.crmsync.domain.patch.PatchedOutlook.seen;
import static io.crmsync.domain.patch.Sample.CONTACT;
import static io.crmsync.domain.patch.Sample.HASHER;
import static io.crmsync.domain.patch.Sample.only;
import static org.assertj.core.api.Assertions.assertThat;

import io.crmsync.domain.base.Base;
import io.crmsync.domain.contact.Field;
import io.crmsync.domain.contact.FieldValues;
import io.crmsync.domain.outlook.ListSlot;
import io.crmsync.domain.outlook.OutlookContact;
import io.crmsync.domain.plan.Changes;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Under a Turkish default locale, in which careless code takes I for something else. */
@DisplayName("Values of every script and length")
class UnusualTextTest {
  private final Locale before = Locale.getDefault();

  @BeforeEach
  void turkish() {
    Locale.setDefault(Locale.forLanguageTag("tr-TR"));
  }

  @AfterEach
  void asBefore() {
    Locale.setDefault(before);
  }

  static Stream<String> values() {
    return Stream.of(
        "\u0130brahim I\u015F\u0131k",
        "\u0131\u0131\u0131",
        "\u0E19\u0E49\u0E33\u0E1D\u0E19 \u0E01\u0E23\u0E38\u0E07",
        "\u05E9\u05DC\u05D5\u05DD \u200Fabc",
        "\u0645\u0631\u062D\u0628\u0627",
        "a\u0323\u0307\u0301",
        "q\u0307\u0323",
        "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67 \uD83C\uDDE9\uD83C\uDDEA",
        "\uD842\uDFB7\u91CE\u5BB6",
        "\uFB01n",
        "line one\nline two",
        "<b>&amp;'\"\\",
        "x".repeat(10_000),
        "\u0E01\u0301".repeat(5_000));
  }

  @ParameterizedTest
  @MethodSource("values")
  void areWrittenOnceAndThenUnchanged(String value) {
    for (Field field : Field.values()) {
      FieldValues desired = only(field, value);
      OutlookContact copy = created(Patches.create(CONTACT, desired, ""));
      assertThat(seen(copy, field)).isEqualTo(desired.get(field));
      Base base = HASHER.baseOf(desired);
      assertThat(Changes.between(base, only(field, "\u2003" + value + "\u00A0"), HASHER)).isEmpty();
      assertThat(Changes.between(base, only(field, value + "."), HASHER)).containsExactly(field);
    }
  }

  @ParameterizedTest
  @MethodSource("values")
  void areFoundAgainAmongTheUsersEntries(String value) {
    for (ListSlot slot : ListSlot.values()) {
      FieldValues desired = only(slot.field(), value);
      OutlookContact copy =
          PatchedOutlook.withOwnEntries(created(Patches.create(CONTACT, desired, "")));
      FieldValues next = only(slot.field(), "next");
      ContactPatch patch =
          Patches.update(
              Changes.between(HASHER.baseOf(desired), next, HASHER),
              next,
              Sample.base(HASHER.baseOf(desired)),
              HASHER,
              Optional.of(copy));
      assertThat(apply(patch, copy).entries(slot))
          .containsExactly("next", PatchedOutlook.own(slot));
    }
  }
}
