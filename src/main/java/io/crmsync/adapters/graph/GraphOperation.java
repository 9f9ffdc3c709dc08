package io.crmsync.adapters.graph;

/** What a request is: for counting, for messages, and for what a 404 means. */
public enum GraphOperation {
  LIST_FOLDERS(Absence.MAILBOX),
  GET_DEFAULT_FOLDER(Absence.MAILBOX),
  LIST_CHILD_FOLDERS(Absence.ITEM),
  GET_FOLDER(Absence.ITEM),
  CREATE_FOLDER(Absence.MAILBOX),
  LIST_CONTACTS(Absence.FOLDER),
  FIND_CONTACTS(Absence.FOLDER),
  CREATE_CONTACT(Absence.FOLDER),
  GET_CONTACT(Absence.ITEM),
  UPDATE_CONTACT(Absence.ITEM),
  DELETE_CONTACT(Absence.ITEM),
  PERMANENT_DELETE(Absence.ITEM);

  /** What is missing when the answer is 404 and its code does not name the mailbox. */
  enum Absence {
    MAILBOX,
    FOLDER,
    /** The very thing asked for: an answer, no failure. */
    ITEM
  }

  private final Absence absence;

  GraphOperation(Absence absence) {
    this.absence = absence;
  }

  Absence absence() {
    return absence;
  }
}
