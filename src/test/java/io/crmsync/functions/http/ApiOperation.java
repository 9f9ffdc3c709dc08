package io.crmsync.functions.http;

/** The operations of the HTTP API. */
enum ApiOperation {
  SYNC_TO_OUTLOOK("syncToOutlook"),
  STOP_SYNC_TO_OUTLOOK("stopSyncToOutlook"),
  CONTACT_CHANGES("contactChanges"),
  GET_SYNC_REQUEST("getSyncRequest"),
  PREVIEW_CONTACTS("previewContacts"),
  SYNC_SELECTED("syncSelected"),
  EXPLAIN("explain"),
  LIST_RUNS("listRuns"),
  START_RUN("startRun"),
  GET_RUN("getRun"),
  LIST_RUN_PAIRS("listRunPairs"),
  LIST_MAILBOXES("listMailboxes"),
  RELEASE_REMOVALS("releaseRemovals"),
  DISCARD_REMOVALS("discardRemovals"),
  HEALTH("health");

  private final String id;

  ApiOperation(String id) {
    this.id = id;
  }

  /** As the contract names it. */
  String id() {
    return id;
  }
}
