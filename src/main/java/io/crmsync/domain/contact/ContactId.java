package io.crmsync.domain.contact;

/**
 * The CRM's id of a contact: ASCII, compared exactly, case included.
 *
 * @param value as the feed gives it; anything that breaks the feed's pattern is an {@link
 *     IllegalArgumentException}
 */
public record ContactId(String value) implements Comparable<ContactId> {
  public ContactId {
    Id.checked(value, "contact");
  }

  @Override
  public int compareTo(ContactId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
