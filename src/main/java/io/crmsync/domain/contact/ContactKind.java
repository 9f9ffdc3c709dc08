package io.crmsync.domain.contact;

/** The kinds of the CRM feed. Only persons synchronise (R2). */
public enum ContactKind {
  PERSON("Person", true),
  USER_PERSON("UserPerson", true),
  ORGANIZATION("Organization", false),
  HOUSEHOLD("Household", false),
  DEPARTMENT("Department", false);

  private final String feedName;
  private final boolean synchronises;

  ContactKind(String feedName, boolean synchronises) {
    this.feedName = feedName;
    this.synchronises = synchronises;
  }

  /** The spelling of the feed's schema. */
  public String feedName() {
    return feedName;
  }

  /** Whether contacts of this kind may ever be in a mailbox (R2). */
  public boolean synchronises() {
    return synchronises;
  }
}
