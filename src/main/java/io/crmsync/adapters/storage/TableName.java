package io.crmsync.adapters.storage;

/** The tables, and the version of the rows that this code writes. */
enum TableName {
  CONTACTS("Contacts", 1),
  PAIRS("Pairs", 1),
  DUE("Due", 1),
  SYNC_LIST("SyncList", 1),
  DIRECTORY("Directory", 1),
  RUNS("Runs", 1),
  REQUESTS("Requests", 1),
  MAILBOXES("Mailboxes", 1);

  private final String inStorage;
  private final int schema;

  TableName(String inStorage, int schema) {
    this.inStorage = inStorage;
    this.schema = schema;
  }

  String inStorage() {
    return inStorage;
  }

  /** A row of a higher version was written by newer code, and is refused. */
  int schema() {
    return schema;
  }
}
