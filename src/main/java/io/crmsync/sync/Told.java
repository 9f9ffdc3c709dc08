package io.crmsync.sync;

import java.util.Optional;

/**
 * What was asked to be told, or why it is not.
 *
 * @param answer empty: refused
 */
public record Told<T>(Optional<T> answer, Optional<Refusal> refusal) {
  static <T> Told<T> of(T answer) {
    return new Told<>(Optional.of(answer), Optional.empty());
  }

  static <T> Told<T> refused(Refusal why) {
    return new Told<>(Optional.empty(), Optional.of(why));
  }
}
