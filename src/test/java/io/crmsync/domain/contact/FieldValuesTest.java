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
  void nobodyCanChangeThem() {
    FieldValues values = FieldValues.of(Map.of(Field.TITLE, "Dr"));
    assertThatThrownBy(() -> values.asMap().put(Field.TITLE, "Mr"))
        .isInstanceOf(UnsupportedOperationException.class);
  }
}
