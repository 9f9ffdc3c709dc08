package io.crmsync.adapters.mapping;

import static io.crmsync.adapters.mapping.Mappings.exact;
import static io.crmsync.adapters.mapping.Mappings.row;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateFormTest {
  @ParameterizedTest
  @CsvSource({
    "d.m.yyyy, 3.4.1980,   1980-04-03",
    "d.m.yyyy, 03.04.1980, 1980-04-03",
    "d.m.yyyy, 29.2.1984,  1984-02-29",
    "m/d/yyyy, 3/4/1980,   1980-03-04",
    "d/m/yyyy, 3/4/1980,   1980-04-03",
    "d/m/yyyy, 1980-04-03, 1980-04-03",
  })
  void aDateIsReadInTheFormsOfTheMapping(String form, String text, String date) {
    assertThat(birthDate("'formats':{'date':['" + form + "']},", text)).isEqualTo(date);
  }

  @ParameterizedTest
  @ValueSource(strings = {"3/4/1980", "29.2.1985", "3.4.80", "1980", "3. April 1980"})
  void aTextInAnotherFormStaysAsItIsForTheRecordToBreakOn(String text) {
    assertThat(birthDate("'formats':{'date':['d.m.yyyy']},", text)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0/0/00", "0.0.00", "00/00/0000", "0000-00-00", "--02-29", "--0229"})
  void zerosAndABirthdayWithoutAYearAreNoDate(String text) {
    assertThat(exact("'birthDate':'B'").apply(row("B", text)).has("birthDate")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"3.4.1980", "3/4/1980"})
  void withoutFormatsOnlyIsoIsUnderstood(String text) {
    assertThat(birthDate("", text)).isEqualTo(text);
    assertThat(birthDate("", "1980-04-03")).isEqualTo("1980-04-03");
  }

  private static String birthDate(String formats, String text) {
    return exact(formats + "'birthDate':'B'").apply(row("B", text)).path("birthDate").asText();
  }
}
