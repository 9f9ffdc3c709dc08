package io.crmsync.sync.pair;

import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.outlook.FolderEntry;
import io.crmsync.domain.outlook.FolderId;
import io.crmsync.domain.outlook.OutlookId;
import io.crmsync.domain.plan.Matching;
import io.crmsync.sync.mailbox.MailboxFolders;
import io.crmsync.sync.port.FolderGone;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Looks for what carries the mark of a pair's contact, in one folder or in all (R8). Graph answers
 * for one folder at a time: what its user moves meanwhile may leave a folder before that is asked,
 * and come into one that was asked already, or is newer than the list of folders. So where it
 * matters that nothing was overlooked, all folders are asked twice; unseen stays only what is moved
 * twice in these seconds.
 */
final class MarkSearch {
  private final MailboxFolders folders;

  MarkSearch(MailboxFolders folders) {
    this.folders = folders;
  }

  /** What is in this folder; nothing, where it is gone. */
  List<FolderEntry> in(Attempt attempt, FolderId folder) {
    try {
      ContactId contact = attempt.pair().contact();
      return Matching.marked(attempt.mailbox().find(folder, contact, ""), contact);
    } catch (FolderGone gone) {
      return List.of();
    }
  }

  /** What is in all folders but this one, each asked once. */
  List<FolderEntry> beside(Attempt attempt, FolderId configured) {
    return folders.all(attempt.session()).stream()
        .filter(folder -> !folder.equals(configured))
        .flatMap(folder -> in(attempt, folder).stream())
        .toList();
  }

  /** What is in any folder, each asked twice; where it was seen last. */
  Collection<FolderEntry> everywhere(Attempt attempt) {
    Map<OutlookId, FolderEntry> seen = new LinkedHashMap<>();
    for (int pass = 0; pass < 2; pass++) {
      folders.all(attempt.session()).stream()
          .flatMap(folder -> in(attempt, folder).stream())
          .forEach(entry -> seen.put(entry.id(), entry));
    }
    return seen.values();
  }
}
