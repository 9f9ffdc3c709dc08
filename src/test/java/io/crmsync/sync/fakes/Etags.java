package io.crmsync.sync.fakes;

import io.crmsync.domain.version.Version;
import io.crmsync.domain.version.Versioned;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** New versions, and whether a write's version still holds. */
final class Etags {
  private final AtomicLong last = new AtomicLong();

  <T> Versioned<T> stamp(T value) {
    return new Versioned<>(value, new Version("v" + last.incrementAndGet()));
  }

  /**
   * Takes what is stored now and the version that a write was planned on.
   *
   * @param stored null: nothing
   */
  static boolean holds(@Nullable Versioned<?> stored, Version planned) {
    return stored == null ? planned.absent() : stored.version().equals(planned);
  }
}
