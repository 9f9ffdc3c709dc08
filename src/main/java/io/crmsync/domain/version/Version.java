package io.crmsync.domain.version;

/** The stored version that a write was planned on; {@link #ABSENT}: there was none. */
public record Version(String etag) {
  /** A write that names it succeeds only if nothing is stored yet. */
  public static final Version ABSENT = new Version("");

  public boolean absent() {
    return etag.isEmpty();
  }
}
