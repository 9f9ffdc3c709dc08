package io.crmsync.sync.port;

import io.crmsync.domain.outlook.FolderId;
import io.crmsync.domain.outlook.OutlookContact;
import io.crmsync.domain.outlook.OutlookId;
import java.util.Optional;

/**
 * Reads a contact that is about to be removed, if it is there (R14), believing nothing. The contact
 * is the last thing that is asked for: what its user does while folders are listed is not
 * overlooked.
 */
public final class ReadBeforeRemoval {
  private ReadBeforeRemoval() {}

  /**
   * Reads a contact of which it is not known in which folder it was: three requests at least.
   *
   * @return empty: it is gone, or in no contact folder
   */
  public static Optional<OutlookContact> read(Mailbox mailbox, OutlookId id) {
    return mailbox.read(id).flatMap(seen -> read(mailbox, id, seen.folder()));
  }

  /**
   * Reads a contact that was last seen in this folder: two requests where it is still there, more
   * where it was moved.
   *
   * @return empty: it is gone, or in no contact folder
   */
  public static Optional<OutlookContact> read(Mailbox mailbox, OutlookId id, FolderId lastSeen) {
    boolean folderThere = mailbox.hasContactFolder(lastSeen);
    Optional<OutlookContact> now = mailbox.read(id);
    if (now.filter(contact -> contact.folder().equals(lastSeen)).isPresent()) {
      return now.filter(contact -> folderThere);
    }
    return now.filter(contact -> mailbox.hasContactFolder(contact.folder()))
        .flatMap(
            moved -> mailbox.read(id).filter(contact -> contact.folder().equals(moved.folder())));
  }
}
