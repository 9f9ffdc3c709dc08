package io.crmsync.adapters.csv;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.HashedId;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What identifies a row")
class CsvIdsTest {
  @Test
  void isItsIdWhereItHasOne() {
    assertThat(id("id", " A-1 ", "email", "a@b.c")).contains(HashedId.of("A-1"));
  }

  @Test
  void isElseItsAddressInWhateverCase() {
    assertThat(id("email", "Ada@Example.com", "lastName", "A"))
        .isEqualTo(id("email", "ada@example.com ", "lastName", "B"))
        .contains(CsvIds.of("ada@example.com"));
  }

  @Test
  void isElseItsNameAndCompany() {
    assertThat(id("firstName", "Ada", "company", "X"))
        .isEqualTo(id("firstName", "ADA", "company", "x", "email", "n/a"))
        .isNotEqualTo(id("firstName", "Ada", "company", "Y"))
        .isNotEqualTo(id("lastName", "Ada", "company", "X"))
        .isPresent();
  }

  @Test
  void isNothingWhereNoneOfThemIsThere() {
    assertThat(id("position", "CEO", "email", "none", "id", "\t")).isEmpty();
  }

  @Test
  void isAnIdWhateverItsLetters() {
    for (String text :
        new String[] {"ü", "a b", ".a", "x".repeat(125), "x".repeat(100_000), "\n"}) {
      assertThat(HashedId.text(CsvIds.of(text))).matches("[0-9a-f]{32}");
    }
    assertThat(HashedId.text(CsvIds.of("x".repeat(124)))).isEqualTo("x".repeat(124));
    assertThat(CsvIds.of("Ä")).isNotEqualTo(CsvIds.of("ä"));
  }

  private static Optional<ContactId> id(String... pairs) {
    ObjectNode record = JsonNodeFactory.instance.objectNode();
    for (int i = 0; i < pairs.length; i += 2) {
      record.put(pairs[i], pairs[i + 1]);
    }
    return CsvIds.of(record);
  }
}
