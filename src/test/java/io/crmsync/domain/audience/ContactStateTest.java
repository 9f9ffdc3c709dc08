package io.crmsync.domain.audience;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmsync.domain.contact.ContactKind;
import io.crmsync.domain.contact.ContactStatus;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("R2, R3: standing of a contact")
class ContactStateTest {
  @ParameterizedTest
  @CsvSource({
    "PERSON, ACTIVE, ACTIVE",
    "PERSON, INACTIVE, INACTIVE",
    "USER_PERSON, ACTIVE, ACTIVE",
    "USER_PERSON, INACTIVE, INACTIVE",
    "ORGANIZATION, ACTIVE, OTHER_KIND",
    "ORGANIZATION, INACTIVE, OTHER_KIND",
    "HOUSEHOLD, ACTIVE, OTHER_KIND",
    "HOUSEHOLD, INACTIVE, OTHER_KIND",
    "DEPARTMENT, ACTIVE, OTHER_KIND",
    "DEPARTMENT, INACTIVE, OTHER_KIND"
  })
  void onlyActivePersonsSynchronise(ContactKind kind, ContactStatus status, ContactState expected) {
    assertThat(ContactState.of(kind, status)).isEqualTo(expected);
  }
}
