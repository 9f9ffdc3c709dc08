package io.crmsync.adapters.crm;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import okhttp3.Headers;

/** The header Retry-After: seconds, or an HTTP date. */
final class RetryAfter {
  private static final String NAME = "Retry-After";
  private static final Duration LONGEST = Duration.ofDays(7);

  private RetryAfter() {}

  /**
   * Takes the headers of an answer.
   *
   * @param now what a date is counted from
   * @return how long to wait, from zero to 7 days; empty: the header is absent or makes no sense
   */
  static Optional<Duration> of(Headers headers, Instant now) {
    return Optional.ofNullable(headers.get(NAME))
        .filter(value -> value.matches("[0-9]{1,18}"))
        .map(Long::parseLong)
        .map(Duration::ofSeconds)
        .or(() -> untilDate(headers, now))
        .map(RetryAfter::bounded);
  }

  private static Optional<Duration> untilDate(Headers headers, Instant now) {
    return Optional.ofNullable(headers.getDate(NAME))
        .map(Date::toInstant)
        .map(then -> Duration.between(now, then));
  }

  private static Duration bounded(Duration wait) {
    if (wait.isNegative()) {
      return Duration.ZERO;
    }
    return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
  }
}
