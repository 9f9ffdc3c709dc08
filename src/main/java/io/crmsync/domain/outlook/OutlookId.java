package io.crmsync.domain.outlook;

/** The immutable id of a contact in a mailbox. */
public record OutlookId(String value) {
  @Override
  public String toString() {
    return value;
  }
}
