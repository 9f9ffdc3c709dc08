package io.crmsync.adapters.crm;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import okhttp3.Headers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {
  private static final Instant NOW = Instant.parse("2026-11-02T08:49:00Z");

  @Test
  void secondsAreTakenAsTheyAre() {
    assertThat(of("120")).contains(Duration.ofMinutes(2));
    assertThat(of("0")).contains(Duration.ZERO);
  }

  @Test
  void anHttpDateIsCountedFromNow() {
    assertThat(of("Mon, 02 Nov 2026 08:49:37 GMT")).contains(Duration.ofSeconds(37));
  }

  @Test
  void aDateThatIsPastMeansAtOnce() {
    assertThat(of("Mon, 02 Nov 2026 08:48:00 GMT")).contains(Duration.ZERO);
  }

  @Test
  void nobodyWaitsLongerThanAWeek() {
    assertThat(of("999999999999")).contains(Duration.ofDays(7));
  }

  @ParameterizedTest
  @ValueSource(strings = {"soon", "-5", "", "99999999999999999999"})
  void nonsenseIsAsGoodAsNone(String value) {
    assertThat(of(value)).isEmpty();
  }

  @Test
  void noneIsNone() {
    assertThat(RetryAfter.of(Headers.of(), NOW)).isEmpty();
  }

  private static Optional<Duration> of(String value) {
    return RetryAfter.of(Headers.of("Retry-After", value), NOW);
  }
}
