package io.crmsync.domain.outlook;

/** The immutable id of a contact folder in a mailbox. */
public record FolderId(String value) {
  @Override
  public String toString() {
    return value;
  }
}
