package io.crmsync.sync.fakes;

/** The methods of a mailbox, each of which is a request. */
public enum MailboxCall {
  DEFAULT_FOLDER,
  FOLDERS,
  FIND_FOLDER,
  CREATE_FOLDER,
  HAS_FOLDER,
  LIST,
  FIND,
  READ,
  CREATE,
  UPDATE,
  REMOVE
}
