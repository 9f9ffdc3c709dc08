package io.crmsync.domain.contact;

/**
 * The CRM's id of a user: ASCII, compared exactly, case included.
 *
 * @param value as the feed gives it; anything that breaks the feed's pattern is an {@link
 *     IllegalArgumentException}
 */
public record UserId(String value) implements Comparable<UserId> {
  public UserId {
    Id.checked(value, "user");
  }

  @Override
  public int compareTo(UserId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
