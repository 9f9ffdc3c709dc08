package io.crmsync.sync.step;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Waiting between tries")
class BackOffTest {
  private static final BackOff BACK_OFF = new BackOff(Duration.ofSeconds(5), Duration.ofHours(1));

  @ParameterizedTest
  @CsvSource({"0, 5", "1, 10", "4, 80", "9, 2560", "10, 3600", "63, 3600", "2147483647, 3600"})
  void itDoublesUpToItsLimit(int attempt, long seconds) {
    assertThat(BACK_OFF.after(attempt)).isEqualTo(Duration.ofSeconds(seconds));
  }
}
