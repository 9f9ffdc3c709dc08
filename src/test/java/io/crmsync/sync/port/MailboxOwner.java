package io.crmsync.sync.port;

import io.crmsync.domain.outlook.FolderId;
import io.crmsync.domain.outlook.OutlookId;

/** What the owner of a mailbox does in Outlook, in a contract test. */
public interface MailboxOwner {
  /** Adds a contact with this address, which bears this name. */
  OutlookId addContact(FolderId folder, String email, String emailName);

  void bin(OutlookId contact);

  void purge(OutlookId contact);

  void restore(OutlookId contact);

  void move(OutlookId contact, FolderId folder);

  OutlookId copy(OutlookId contact, FolderId folder);

  FolderId createFolderIn(FolderId parent, String name);

  /** A folder beside the default one that is none of contacts. */
  void createMailFolder(String name);

  void renameFolder(FolderId folder, String name);

  void deleteFolder(FolderId folder);

  void emptyBin();

  /** Loses the mailbox and is given a new, empty one behind the same address. */
  void makeAnew();
}
