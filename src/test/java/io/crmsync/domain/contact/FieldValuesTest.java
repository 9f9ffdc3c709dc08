package io.crmsync.domain.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class FieldValuesTest {
  @Test
  void valuesThatDifferOnlyInFormAreEqual() {
    FieldValues composed = FieldValues.of(Map.of(Field.FIRST_NAME, "Zo\u00EB"));
    FieldValues decomposed = FieldValues.of(Map.of(Field.FIRST_NAME, " Zoe\u0308\u00A0"));
    assertThat(decomposed).isEqualTo(composed).hasSameHashCodeAs(composed);
  }

  @Test
  void caseIsADifference() {
    assertThat(FieldValues.of(Map.of(Field.EMAIL, "A@example.org")))
        .isNotEqualTo(FieldValues.of(Map.of(Field.EMAIL, "a@example.org")));
  }

  @Test
  void aBlankFieldIsAbsent() {
    FieldValues values = FieldValues.of(Map.of(Field.TITLE, "\u2003", Field.INITIALS, "Q"));
    assertThat(values.filled()).containsExactly(Field.INITIALS);
    assertThat(values.get(Field.TITLE)).isEmpty();
    assertThat(values.find(Field.TITLE)).isEmpty();
    assertThat(FieldValues.of(Map.of(Field.TITLE, ""))).isEqualTo(FieldValues.none());
  }

  @Test
  void aStoredValueThatIsNormalisedOtherwiseTodayKeepsItsEarlierForm() {
    FieldValues stored =
        FieldValues.stored(
            Map.of(Field.FIRST_NAME, "John\u200B", Field.BIRTH_DATE, "0001-01-01"), Map.of());
    assertThat(stored).isEqualTo(FieldValues.of(Map.of(Field.FIRST_NAME, "John")));
    assertThat(stored.earlierForms())
        .isEqualTo(Map.of(Field.FIRST_NAME, "John\u200B", Field.BIRTH_DATE, "0001-01-01"));
  }

  @Test
  void anEarlierFormIsKeptAsLongAsTheValueIsTheSame() {
    FieldValues stored =
        FieldValues.stored(
            Map.of(Field.FIRST_NAME, "John\u200B", Field.LAST_NAME, "Doe\u200B"), Map.of());
    FieldValues read =
        FieldValues.of(Map.of(Field.FIRST_NAME, "John", Field.LAST_NAME, "Roe"))
            .keepingEarlierForms(stored);
    assertThat(read.earlierForms()).isEqualTo(Map.of(Field.FIRST_NAME, "John\u200B"));
  }

  /** A row must hold them beside the longest record. */
  @Test
  void anEarlierFormOfMoreThanFiveHundredCharactersIsNotKept() {
    String longest = "x".repeat(499) + "\u200B";
    assertThat(FieldValues.stored(Map.of(Field.TITLE, longest), Map.of()).earlierForms())
        .isEqualTo(Map.of(Field.TITLE, longest));
    assertThat(FieldValues.stored(Map.of(Field.TITLE, "x" + longest), Map.of()).earlierForms())
        .isEmpty();
  }

  @Test
  void nobodyCanChangeThem() {
    FieldValues values = FieldValues.of(Map.of(Field.TITLE, "Dr"));
    assertThatThrownBy(() -> values.asMap().put(Field.TITLE, "Mr"))
        .isInstanceOf(UnsupportedOperationException.class);
  }
}
