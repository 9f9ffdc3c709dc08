package io.crmsync.domain.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Ids of the feed")
class IdTest {
  @ParameterizedTest
  @ValueSource(strings = {"7", "A-1._~", "00000000-0000-4000-8000-000000000000"})
  void theFeedsPatternIsTaken(String id) {
    assertThat(new ContactId(id)).hasToString(id);
    assertThat(new UserId(id)).hasToString(id);
    assertThat(new GroupId(id)).hasToString(id);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " a", "a ", "a/b", "a\n", "-a", ".", "\u00E9", "a#b", "a?b", "a'b"})
  void anythingElseIsRefused(String id) {
    assertThatIllegalArgumentException().isThrownBy(() -> new ContactId(id));
    assertThatIllegalArgumentException().isThrownBy(() -> new UserId(id));
    assertThatIllegalArgumentException().isThrownBy(() -> new GroupId(id));
  }

  @Test
  void oneHundredAndTwentyEightCharactersAreTheMost() {
    assertThat(new ContactId("x".repeat(128)).value()).hasSize(128);
    assertThatIllegalArgumentException().isThrownBy(() -> new ContactId("x".repeat(129)));
  }

  @Test
  void idsAreComparedExactlyAndInOrderOfTheirBytes() {
    assertThat(new ContactId("a")).isNotEqualTo(new ContactId("A"));
    assertThat(new ContactId("B")).isLessThan(new ContactId("a"));
    assertThat(new UserId("10")).isLessThan(new UserId("9"));
    assertThat(new GroupId("a")).isLessThan(new GroupId("aa"));
  }
}
