package io.crmsync.adapters.http;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** The header Retry-After in all its forms: seconds, fractions of seconds, an HTTP date. */
public final class RetryAfter {
  /** No service asks for more; a wild value must not silence a CRM or a mailbox for years. */
  private static final Duration MOST = Duration.ofDays(1);

  private RetryAfter() {}

  /**
   * Takes the header's value.
   *
   * @param now by which a date becomes a duration
   * @return how long to wait, at most a day; empty: it says nothing
   */
  public static Optional<Duration> parse(String header, Instant now) {
    return seconds(header.trim())
        .or(() -> date(header.trim(), now))
        .filter(wait -> !wait.isNegative())
        .map(wait -> wait.compareTo(MOST) > 0 ? MOST : wait);
  }

  private static Optional<Duration> seconds(String text) {
    try {
      BigDecimal millis =
          new BigDecimal(text)
              .min(BigDecimal.valueOf(MOST.toSeconds()))
              .movePointRight(3)
              .setScale(0, RoundingMode.CEILING);
      return Optional.of(Duration.ofMillis(millis.longValueExact()));
    } catch (ArithmeticException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static Optional<Duration> date(String text, Instant now) {
    try {
      Instant end = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      return Optional.of(end.isBefore(now) ? Duration.ZERO : Duration.between(now, end));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
