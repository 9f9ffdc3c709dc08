package io.crmsync.adapters.mapping;

import static io.crmsync.adapters.mapping.Mappings.quoted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crmsync.sync.port.CrmBroken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with a mapping is one error that names its place; the schema refuses it, too. */
class MappingErrorsTest {
  private static final MappingSchema SCHEMA = MappingSchema.read();

  @ParameterizedTest
  @CsvFileSource(
      resources = "/mapping/errors.txt",
      delimiter = '|',
      quoteCharacter = '`',
      maxCharsPerColumn = 1000)
  void isNamedWithItsPlace(String mapping, String error) {
    assertThatThrownBy(() -> Mapping.of(quoted(mapping)))
        .isInstanceOf(CrmBroken.class)
        .hasMessage("mapping: " + error);
  }

  @ParameterizedTest
  @CsvFileSource(
      resources = "/mapping/errors.txt",
      delimiter = '|',
      quoteCharacter = '`',
      maxCharsPerColumn = 1000)
  void isRefusedByTheSchemaToo(String mapping, String error) {
    assertThat(SCHEMA.complaints(quoted(mapping))).as(error).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {'version':1,              | not JSON, or a key twice, line 1, column 14
          {'version':1,'id':'a','id':'b'} | not JSON, or a key twice, line 1, column 27
          {'version':1} x            | not JSON, or a key twice, line 1, column 15
          """)
  void aTextThatIsNoJsonIsNamedWithLineAndColumn(String mapping, String error) {
    assertThatThrownBy(() -> Mapping.of(quoted(mapping))).hasMessage("mapping: " + error);
  }

  @Test
  void anEmptyFileIsNoObject() {
    assertThatThrownBy(() -> Mapping.of("")).hasMessage("mapping: $: not an object");
  }

  /** JSON Schema cannot say it. */
  @Test
  void twoValuesThatAreTheSameButForCaseAreAnError() {
    assertThatThrownBy(
            () -> Mappings.exact("'kind':{'map':'k','values':{'Firma':'a','firma ':'b'}}"))
        .hasMessage(
            "mapping: $.kind.values['firma ']: the same value as one before, but for case or"
                + " blanks");
  }

  @Test
  void anOverrideThatIsNoJsonIsTold() {
    assertThatThrownBy(() -> Mapping.of("{\"version\":1}", "{,"))
        .hasMessage("mapping: override: not JSON, or a key twice, line 1, column 2");
  }

  @Test
  void theWholeIsCheckedAfterTheOverride() {
    assertThatThrownBy(() -> Mapping.of("{\"version\":1}", quoted("{'emial':'Mail'}")))
        .hasMessage("mapping: $.emial: not a key of a mapping");
    assertThatThrownBy(() -> Mapping.of("{\"version\":1}", "[]"))
        .hasMessage("mapping: $: not an object");
  }
}
