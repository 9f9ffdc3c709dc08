package io.crmsync.domain.contact;

/**
 * The CRM's id of a group: ASCII, compared exactly, case included.
 *
 * @param value as the feed gives it; anything that breaks the feed's pattern is an {@link
 *     IllegalArgumentException}
 */
public record GroupId(String value) implements Comparable<GroupId> {
  public GroupId {
    Id.checked(value, "group");
  }

  @Override
  public int compareTo(GroupId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
