package io.crmsync.domain.plan;

/** The immutable id of a contact in a mailbox. */
public record OutlookId(String value) {
  @Override
  public String toString() {
    return value;
  }
}
