package io.crmsync.functions;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * A value made at its first use. A failure is not kept: an app with a bad setting says so at every
 * call, and a static initialiser, whose failure the worker would never answer, is not needed.
 */
final class Lazy<T> implements Supplier<T> {
  private final Supplier<T> make;
  private volatile Optional<T> made = Optional.empty();

  Lazy(Supplier<T> make) {
    this.make = make;
  }

  @Override
  public T get() {
    return made.orElseGet(this::makeOnce);
  }

  private synchronized T makeOnce() {
    if (made.isEmpty()) {
      made = Optional.of(make.get());
    }
    return made.orElseThrow();
  }
}
