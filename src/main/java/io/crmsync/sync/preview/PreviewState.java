package io.crmsync.sync.preview;

/** What synchronisation would do with a pair, as the HTTP API names it. */
public enum PreviewState {
  /** There is no copy that we know of: it would be adopted or created; or it waits (R21). */
  NEW("new"),
  UPDATE("update"),
  UP_TO_DATE("upToDate"),
  /** Left exactly as it is, with a reason. */
  NOT_ACTIONABLE("notActionable"),
  /** The user deleted the copy: nothing, until the CRM changes it or it is asked for (R14). */
  REMOVED_IN_OUTLOOK("removedInOutlook"),
  /** Asked for, being worked on, or about to be removed. */
  QUEUED("queued"),
  /** The copy is to leave and waits for an admin (R18). */
  REMOVAL_HELD("removalHeld"),
  /** Something would be done, but the mailbox is left alone for now (R22). */
  PARKED("parked"),
  FAILED("failed");

  private final String code;

  PreviewState(String code) {
    this.code = code;
  }

  /** The word for it in answers. */
  public String code() {
    return code;
  }
}
