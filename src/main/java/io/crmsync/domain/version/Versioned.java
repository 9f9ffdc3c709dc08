package io.crmsync.domain.version;

/** A stored value and the version of it that was read. */
public record Versioned<T>(T value, Version version) {
  public static <T> Versioned<T> fresh(T value) {
    return new Versioned<>(value, Version.ABSENT);
  }

  /** Another value, planned on the same version. */
  public <U> Versioned<U> with(U newValue) {
    return new Versioned<>(newValue, version);
  }
}
