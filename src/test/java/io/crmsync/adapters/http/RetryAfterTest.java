package io.crmsync.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  @ParameterizedTest
  @CsvSource({"0, 0", "7, 7000", "1.5, 1500", "0.0001, 1", " 12 , 12000", "86401, 86400000"})
  void secondsAreReadWholeOrInPart(String header, long millis) {
    assertThat(RetryAfter.parse(header, NOW)).contains(Duration.ofMillis(millis));
  }

  @Test
  void aDateIsReadByTheClock() {
    assertThat(RetryAfter.parse("Sun, 01 Mar 2026 12:01:30 GMT", NOW))
        .contains(Duration.ofSeconds(90));
    assertThat(RetryAfter.parse("Sun, 01 Mar 2026 11:00:00 GMT", NOW)).contains(Duration.ZERO);
  }

  @Test
  void noServiceSilencesACrmOrAMailboxForMoreThanADay() {
    assertThat(RetryAfter.parse("1e400", NOW)).contains(Duration.ofDays(1));
    assertThat(RetryAfter.parse("Sun, 01 Mar 2099 12:00:00 GMT", NOW)).contains(Duration.ofDays(1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "soon", "-5", "1,5", "NaN", "2026-03-01T12:01:30Z"})
  void anythingElseSaysNothing(String header) {
    assertThat(RetryAfter.parse(header, NOW)).isEmpty();
  }
}
