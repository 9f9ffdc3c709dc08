package io.crmsync.domain.removal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** R18, of change notices. */
class NoticeLimitsTest {
  @Test
  void upToTwentyContactsAreUnguarded() {
    assertThat(NoticeLimits.guarded(1)).isFalse();
    assertThat(NoticeLimits.guarded(20)).isFalse();
    assertThat(NoticeLimits.guarded(21)).isTrue();
  }

  @Test
  void moreThanHalfMissingOfMoreThanTenIsDistrusted() {
    assertThat(NoticeLimits.distrusted(10, 10)).isFalse();
    assertThat(NoticeLimits.distrusted(11, 5)).isFalse();
    assertThat(NoticeLimits.distrusted(11, 6)).isTrue();
    assertThat(NoticeLimits.distrusted(12, 6)).isFalse();
    assertThat(NoticeLimits.distrusted(12, 7)).isTrue();
  }
}
