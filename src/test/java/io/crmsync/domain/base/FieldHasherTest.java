package io.crmsync.domain.base;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.Field;
import io.crmsync.domain.contact.FieldValues;
import io.crmsync.domain.contact.PairId;
import io.crmsync.domain.contact.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Hashes of the base")
class FieldHasherTest {
  private static final FieldHasher ANN = hasher("c1", "ann");

  private static FieldHasher hasher(String contact, String user) {
    return new FieldHasher(new PairId(new UserId(user), new ContactId(contact)));
  }

  @Test
  void equalValuesDifferBetweenUsersContactsAndFields() {
    List<FieldHash> hashes = new ArrayList<>();
    for (FieldHasher hasher : List.of(ANN, hasher("c1", "ben"), hasher("c2", "ann"))) {
      for (Field field : Field.values()) {
        hashes.add(hasher.hash(field, "the same value"));
      }
    }
    assertThat(hashes).doesNotHaveDuplicates();
  }

  @Test
  void whatIsPartOfTheIdIsNotPartOfTheUser() {
    assertThat(hasher("c1a", "nn").hash(Field.TITLE, "x"))
        .isNotEqualTo(hasher("c1", "ann").hash(Field.TITLE, "x"));
  }

  @Test
  void theSameValueHasTheSameHashAgain() {
    assertThat(hasher("c1", "ann").hash(Field.TITLE, "Dr"))
        .isEqualTo(ANN.hash(Field.TITLE, "Dr"))
        .isNotEqualTo(ANN.hash(Field.TITLE, "dr"));
  }

  /** Stored rows hold these: whoever changes the hash sends every contact again. */
  @Test
  void theHashIsTheOneInTheStoredRows() {
    assertThat(ANN.hash(Field.TITLE, "Dr").value()).isEqualTo("D79850rAY83J__3Y");
  }

  @Test
  void aHashIsSixteenCharactersThatATableTakes() {
    assertThat(ANN.hash(Field.TITLE, "x".repeat(10_000)).value()).matches("[A-Za-z0-9_-]{16}");
  }

  @Test
  void noValueHasTheEmptyHash() {
    assertThat(ANN.hash(Field.TITLE, "")).isEqualTo(FieldHash.EMPTY);
  }

  @Test
  void theBaseHasTheHashOfEachValueAndNoOther() {
    Base base = ANN.baseOf(FieldValues.of(Map.of(Field.TITLE, "Dr", Field.EMAIL, "a@b.org")));
    assertThat(base.hashes())
        .containsOnlyKeys(Field.TITLE, Field.EMAIL)
        .containsEntry(Field.TITLE, ANN.hash(Field.TITLE, "Dr"));
    assertThat(base.of(Field.LAST_NAME)).isEqualTo(FieldHash.EMPTY);
  }

  @Test
  void anEmptyHashInABaseIsNone() {
    assertThat(new Base(Map.of(Field.TITLE, FieldHash.EMPTY))).isEqualTo(Base.NONE);
    assertThat(ANN.baseOf(FieldValues.none())).isEqualTo(Base.NONE);
  }
}
