package io.crmsync.domain.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmsync.domain.audience.ContactState;
import io.crmsync.domain.contact.Field;
import io.crmsync.domain.contact.FieldValues;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("R2 to R4: which contacts can be written at all")
class EligibilityTest {
  private static FieldValues person(String first, String last, String email) {
    Map<Field, String> raw = new EnumMap<>(Field.class);
    raw.put(Field.FIRST_NAME, first);
    raw.put(Field.LAST_NAME, last);
    raw.put(Field.EMAIL, email);
    return FieldValues.of(raw);
  }

  @Test
  void anActivePersonWithNameAndAddressCan() {
    assertThat(
            Eligibility.rejection(ContactState.ACTIVE, person("John", "Doe", "john@example.org")))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"John,''", "'',Doe"})
  void oneNameAndNoAddressAreEnough(String first, String last) {
    assertThat(Eligibility.rejection(ContactState.ACTIVE, person(first, last, ""))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "Deceased,Doe",
    "John,Doe (DECEASED)",
    "John - deceased 2019,Doe",
    "John,xDeCeAsEdx",
    "'',deceased"
  })
  void deceasedIsFoundAnywhereInFirstAndLastNameInAnyCase(String first, String last) {
    assertThat(Eligibility.rejection(ContactState.ACTIVE, person(first, last, "")))
        .contains(NotActionable.DECEASED);
  }

  @Test
  void otherFieldsMaySayDeceased() {
    FieldValues values =
        FieldValues.of(
            Map.of(
                Field.FIRST_NAME,
                "John",
                Field.FULL_NAME,
                "John (deceased)",
                Field.POSITION,
                "Counsel for the deceased"));
    assertThat(Eligibility.rejection(ContactState.ACTIVE, values)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\u00A0\u3000\t"})
  void aBlankNameIsNone(String blank) {
    assertThat(Eligibility.rejection(ContactState.ACTIVE, person(blank, blank, "john@example.org")))
        .contains(NotActionable.NAME_MISSING);
  }

  @Test
  void anAddressThatIsPresentMustBeOne() {
    assertThat(Eligibility.rejection(ContactState.ACTIVE, person("John", "Doe", "john@localhost")))
        .contains(NotActionable.EMAIL_MALFORMED);
  }

  @Test
  void spacesAroundTheAddressAreNoPartOfIt() {
    assertThat(
            Eligibility.rejection(
                ContactState.ACTIVE, person("John", "Doe", "\u00A0john@example.org\n")))
        .isEmpty();
  }

  @Test
  void theFirstReasonInOrderIsGiven() {
    FieldValues dead = person("deceased", "", "nonsense");
    FieldValues nameless = person("", "", "nonsense");
    assertThat(Eligibility.rejection(ContactState.OTHER_KIND, dead))
        .contains(NotActionable.OTHER_KIND);
    assertThat(Eligibility.rejection(ContactState.INACTIVE, dead)).contains(NotActionable.INACTIVE);
    assertThat(Eligibility.rejection(ContactState.GONE, dead)).contains(NotActionable.INACTIVE);
    assertThat(Eligibility.rejection(ContactState.ACTIVE, dead)).contains(NotActionable.DECEASED);
    assertThat(Eligibility.rejection(ContactState.ACTIVE, nameless))
        .contains(NotActionable.NAME_MISSING);
  }
}
