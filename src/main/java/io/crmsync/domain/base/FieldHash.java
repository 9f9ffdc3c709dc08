package io.crmsync.domain.base;

/**
 * 96 bits of SHA-256 over contact, user, field and value, as 16 base64url characters: enough to
 * tell a change, and no second copy of personal data. The empty value has the empty hash.
 */
public record FieldHash(String value) {
  /** Of a field that has no value. */
  public static final FieldHash EMPTY = new FieldHash("");

  public boolean isEmpty() {
    return value.isEmpty();
  }
}
