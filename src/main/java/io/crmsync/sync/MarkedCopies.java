package io.crmsync.sync;

import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.plan.FolderEntry;
import io.crmsync.domain.plan.FolderId;
import io.crmsync.sync.port.FolderGone;
import io.crmsync.sync.port.Mailbox;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Every contact of a mailbox that carries our mark, in whichever contact folder it is. What lies in
 * Deleted Items is not among them. A mark that no contact of the CRM can have was not set by us.
 */
final class MarkedCopies {
  private final MailboxFolders folders;

  MarkedCopies(MailboxFolders folders) {
    this.folders = folders;
  }

  /** Asked for now: one listing for each folder. Whole, or an exception. */
  SortedMap<ContactId, List<FolderEntry>> in(MailboxSession session) {
    return listed(session.mailbox(), folders.all(session));
  }

  private static SortedMap<ContactId, List<FolderEntry>> listed(
      Mailbox mailbox, Iterable<FolderId> all) {
    SortedMap<ContactId, List<FolderEntry>> found = new TreeMap<>();
    for (FolderId folder : all) {
      for (FolderEntry entry : entries(mailbox, folder)) {
        contact(entry)
            .forEach(id -> found.computeIfAbsent(id, none -> new ArrayList<>()).add(entry));
      }
    }
    return found;
  }

  /** A folder that its user deletes just now has nothing in it that is there. */
  private static List<FolderEntry> entries(Mailbox mailbox, FolderId folder) {
    try {
      return mailbox.list(folder);
    } catch (FolderGone gone) {
      return List.of();
    }
  }

  private static List<ContactId> contact(FolderEntry entry) {
    return entry.mark().flatMap(mark -> AskedId.of(mark, ContactId::new)).stream().toList();
  }
}
