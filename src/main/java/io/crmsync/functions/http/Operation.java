package io.crmsync.functions.http;

import io.crmsync.sync.call.Admission;

/**
 * The operations of the API: whom each is for, what it costs of its caller's rate limit, and when
 * it is written to the audit log. Whoever is refused (401, 403) is written there always.
 */
public enum Operation {
  SYNC_TO_OUTLOOK("SyncToOutlook", Admission.ACTING, 5, Audited.ALWAYS),
  STOP_SYNC_TO_OUTLOOK("StopSyncToOutlook", Admission.ACTING, 5, Audited.ALWAYS),
  /** Not limited: one application alone may ask, up to 1000 contacts at once. */
  CONTACT_CHANGES("ContactChanges", Admission.BACK_END, 0, Audited.ALWAYS),
  /** What a page and a program poll: ids and numbers. */
  GET_SYNC_REQUEST("GetSyncRequest", Admission.READING, 1, Audited.REFUSED),
  PREVIEW_CONTACTS("PreviewContacts", Admission.READING, 2, Audited.FOR_OTHERS),
  SYNC_SELECTED("SyncSelected", Admission.ACTING, 10, Audited.ALWAYS),
  EXPLAIN("Explain", Admission.READING, 5, Audited.FOR_OTHERS),
  LIST_RUNS("ListRuns", Admission.ADMIN, 0, Audited.REFUSED),
  START_RUN("StartRun", Admission.ADMIN, 0, Audited.ALWAYS),
  GET_RUN("GetRun", Admission.ADMIN, 0, Audited.REFUSED),
  /** Names the contacts of many users. */
  LIST_RUN_PAIRS("ListRunPairs", Admission.ADMIN, 0, Audited.ALWAYS),
  LIST_MAILBOXES("ListMailboxes", Admission.ADMIN, 0, Audited.REFUSED),
  RELEASE_REMOVALS("ReleaseRemovals", Admission.ADMIN, 0, Audited.ALWAYS),
  DISCARD_REMOVALS("DiscardRemovals", Admission.ADMIN, 0, Audited.ALWAYS);

  /** When a line is written. */
  enum Audited {
    /** Whatever becomes of it. */
    ALWAYS,
    /** Where somebody looks at what is another's. */
    FOR_OTHERS,
    /** Only where nobody was let in. */
    REFUSED
  }

  private final String functionName;
  private final Admission admission;
  private final int cost;
  private final Audited audited;

  Operation(String functionName, Admission admission, int cost, Audited audited) {
    this.functionName = functionName;
    this.admission = admission;
    this.cost = cost;
    this.audited = audited;
  }

  /** As the function that serves it is called. */
  String functionName() {
    return functionName;
  }

  Admission admission() {
    return admission;
  }

  /** In the units of {@link RateLimiter}; 0: not limited. */
  public int cost() {
    return cost;
  }

  Audited audited() {
    return audited;
  }

  /** Asked without naming anybody or anything. */
  OperationCall asked() {
    return new OperationCall(this, AuditFacts.NONE);
  }

  /** Asked about this user, as sent. */
  OperationCall ofUser(String userId) {
    return new OperationCall(this, AuditFacts.NONE.user(userId));
  }

  /** Asked about this run or request, as sent. */
  OperationCall at(String id) {
    return new OperationCall(this, AuditFacts.NONE.id(id));
  }
}
