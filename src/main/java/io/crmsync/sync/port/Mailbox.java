package io.crmsync.sync.port;

import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.outlook.FolderEntry;
import io.crmsync.domain.outlook.FolderId;
import io.crmsync.domain.outlook.OutlookContact;
import io.crmsync.domain.outlook.OutlookId;
import io.crmsync.domain.outlook.WriteAnswer;
import io.crmsync.domain.patch.ContactPatch;
import io.crmsync.domain.removal.Removal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One user's contact folders. Each method is one request, or one per page, and waits for nothing: a
 * throttled request is an exception like any other.
 *
 * <p>All may throw {@link MailboxBusy} (later), {@link MailboxClosed} (park the user) and {@link
 * MailboxRefused} (give up on the pair). That something is gone is said only where its mailbox
 * answers.
 */
public interface Mailbox {
  /** The mailbox's own Contacts folder. */
  FolderId defaultFolder();

  /**
   * What that folder is called there, in its user's language: {@code Contacts}, {@code Kontakte}.
   */
  String defaultFolderName();

  /** Every contact folder with its name: the default one, and all below it and beside it. */
  Map<FolderId, String> folders();

  /** The contact folders beside the default one, with their names; not those below any. */
  Map<FolderId, String> foldersBeside();

  /** The contact folders directly below the default one, with their names. */
  Map<FolderId, String> foldersBelowDefault();

  /**
   * The folder that this name means (R9), ignoring case: one beside the default one, the default
   * one itself, or one directly below it; empty: there is none. One to four requests.
   */
  default Optional<FolderId> findFolder(String name) {
    return named(name, foldersBeside()).or(() -> findFolderNotBeside(name));
  }

  /**
   * The folder that this name means, where it is known that no folder beside the default one has
   * the name: the default one itself, or one directly below it; empty: there is none. One to three
   * requests.
   */
  default Optional<FolderId> findFolderNotBeside(String name) {
    return defaultFolderName().equalsIgnoreCase(name)
        ? Optional.of(defaultFolder())
        : named(name, foldersBelowDefault());
  }

  /** The first of these folders that has the name, ignoring case. */
  static Optional<FolderId> named(String name, Map<FolderId, String> folders) {
    return folders.entrySet().stream()
        .filter(folder -> folder.getValue().equalsIgnoreCase(name))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /**
   * Whether a folder is one of the contact folders now (R14): one request where it is beside the
   * default one, else one for each folder.
   */
  default boolean hasContactFolder(FolderId folder) {
    return foldersBeside().containsKey(folder) || folders().containsKey(folder);
  }

  /**
   * Makes a folder beside the default one; if one of the name is there already, finds that. A name
   * that is taken by something else, such as a folder of mail, is given to a folder below the
   * default one.
   */
  FolderId createFolder(String name);

  /** Whether this folder can be read. A binned one may answer too: see {@link #folders}. */
  boolean hasFolder(FolderId folder);

  /**
   * Every contact of the folder, as far as matching needs it: one request per 1,000.
   *
   * @throws FolderGone the folder is not there
   */
  List<FolderEntry> list(FolderId folder);

  /**
   * The contacts of the folder that carry the mark of this CRM contact (compared exactly), or one
   * of whose addresses is this e-mail (ignoring case).
   *
   * @param email empty: only the mark counts
   * @throws FolderGone the folder is not there
   */
  List<FolderEntry> find(FolderId folder, ContactId contact, String email);

  /**
   * A contact; empty: it is gone. A binned one may answer too: compare its folder.
   *
   * @throws MailboxRefused it cannot be read, and asking again at once would not help
   */
  Optional<OutlookContact> read(OutlookId id);

  /**
   * Makes a contact. An unknown outcome is {@link MailboxBusy}.
   *
   * @return what the mailbox made of it
   * @throws FolderGone the folder is not there
   */
  WriteAnswer create(FolderId folder, ContactPatch content);

  /**
   * Changes a contact.
   *
   * @return what the mailbox made of it, and in which folder it is; empty: it is gone
   */
  Optional<WriteAnswer> update(OutlookId id, ContactPatch change);

  /**
   * Clears the mark of a contact, which is then its user's like any other.
   *
   * @return whether it was there
   */
  boolean unmark(OutlookId id);

  /**
   * Removes a contact.
   *
   * @return whether it was there to be removed
   */
  boolean remove(OutlookId id, Removal how);
}
