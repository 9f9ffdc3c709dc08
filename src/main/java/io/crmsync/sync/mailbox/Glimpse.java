package io.crmsync.sync.mailbox;

import java.util.Optional;

/**
 * What a mailbox told when it was asked once, or why it told nothing.
 *
 * @param seen empty: it gave no answer now
 * @param parked why nothing is asked or written there (R22); empty: it is in use
 */
public record Glimpse<T>(Optional<T> seen, Optional<String> parked) {
  static <T> Glimpse<T> of(T seen) {
    return new Glimpse<>(Optional.of(seen), Optional.empty());
  }

  static <T> Glimpse<T> parked(String reason) {
    return new Glimpse<>(Optional.empty(), Optional.of(reason));
  }

  static <T> Glimpse<T> silent() {
    return new Glimpse<>(Optional.empty(), Optional.empty());
  }
}
