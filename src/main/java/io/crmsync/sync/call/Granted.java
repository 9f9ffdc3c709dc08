package io.crmsync.sync.call;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * What was asked for, or why it is not given. One of the two is there.
 *
 * @param <T> what was asked for
 */
public record Granted<T>(Optional<T> value, Optional<Refusal> refusal) {
  public static <T> Granted<T> of(T value) {
    return new Granted<>(Optional.of(value), Optional.empty());
  }

  public static <T> Granted<T> refused(Refusal why) {
    return new Granted<>(Optional.empty(), Optional.of(why));
  }

  /** Before anything is looked at: who is no admin learns nothing of what there is. */
  public static <T> Granted<T> toAdmin(Caller caller, Supplier<Granted<T>> work) {
    return Admission.ADMIN.refusal(caller).map(Granted::<T>refused).orElseGet(work);
  }
}
