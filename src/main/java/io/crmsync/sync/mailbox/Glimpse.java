package io.crmsync.sync.mailbox;

import io.crmsync.domain.reason.Why;
import java.util.Optional;

/**
 * What a mailbox told when it was asked once, or why it told nothing.
 *
 * @param seen empty: it gave no answer now
 * @param parked why nothing is asked or written there (R22); empty: it is in use
 */
public record Glimpse<T>(Optional<T> seen, Optional<Why> parked) {
  static <T> Glimpse<T> of(T seen) {
    return new Glimpse<>(Optional.of(seen), Optional.empty());
  }

  static <T> Glimpse<T> parked(Why why) {
    return new Glimpse<>(Optional.empty(), Optional.of(why));
  }

  static <T> Glimpse<T> silent() {
    return new Glimpse<>(Optional.empty(), Optional.empty());
  }
}
