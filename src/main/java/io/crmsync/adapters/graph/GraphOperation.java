package io.crmsync.adapters.graph;

/** What a request is: for counting, for messages, and for what a 404 means. */
public enum GraphOperation {
  LIST_FOLDERS(Missing.MAILBOX),
  GET_DEFAULT_FOLDER(Missing.MAILBOX),
  LIST_CHILD_FOLDERS(Missing.ITEM),
  GET_FOLDER(Missing.ITEM),
  CREATE_FOLDER(Missing.MAILBOX),
  LIST_CONTACTS(Missing.FOLDER),
  FIND_CONTACTS(Missing.FOLDER),
  CREATE_CONTACT(Missing.FOLDER),
  GET_CONTACT(Missing.ITEM),
  UPDATE_CONTACT(Missing.ITEM),
  DELETE_CONTACT(Missing.ITEM),
  PERMANENT_DELETE(Missing.ITEM);

  /** What is missing when the answer is 404 and its code does not name the mailbox. */
  enum Missing {
    MAILBOX,
    FOLDER,
    /** The very thing asked for: an answer, no failure. */
    ITEM
  }

  private final Missing missing;

  GraphOperation(Missing missing) {
    this.missing = missing;
  }

  Missing missing() {
    return missing;
  }
}
