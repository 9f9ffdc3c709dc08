package io.crmsync.sync.pair;

import io.crmsync.domain.outlook.FolderEntry;
import io.crmsync.domain.outlook.FolderId;
import io.crmsync.domain.outlook.OutlookId;
import io.crmsync.domain.plan.Matching;
import io.crmsync.domain.removal.Removal;
import io.crmsync.sync.mailbox.MailboxFolders;
import java.util.Collection;
import java.util.Optional;

/**
 * Searches once more for the copy of an unanswered create, 10 minutes after its claim was taken
 * over: it may have been carried out after all, later than the first search for it. Of two copies
 * the linked one stays; where that one is gone, the one that a first write would take (R8).
 */
final class RecheckCreate {
  private final MailboxFolders folders;
  private final MarkSearch search;

  RecheckCreate(MailboxFolders folders, MarkSearch search) {
    this.folders = folders;
    this.search = search;
  }

  /**
   * Removes, softly, what the lost create may have left, but for the one that stays. Users copy
   * contacts, mark and all: what was there before is theirs.
   */
  void remove(Attempt attempt) {
    Collection<FolderEntry> marked = search.everywhere(attempt);
    Optional<OutlookId> stays = linked(attempt).or(() -> matching(attempt, marked));
    marked.stream()
        .filter(entry -> attempt.open().mayHaveMade(entry))
        .map(FolderEntry::id)
        .filter(id -> stays.filter(id::equals).isEmpty())
        .forEach(id -> attempt.requests().remove(attempt.mailbox(), id, Removal.SOFT));
  }

  /** The linked copy, if its user still has it. */
  private Optional<OutlookId> linked(Attempt attempt) {
    OutlookId linked = attempt.pair().link().orElseThrow().outlookId();
    return attempt
        .mailbox()
        .read(linked)
        .filter(copy -> folders.isThere(attempt.session(), copy.folder()))
        .map(copy -> linked);
  }

  private static Optional<OutlookId> matching(Attempt attempt, Collection<FolderEntry> marked) {
    FolderId ours = attempt.session().state().folder().orElse(attempt.mailbox().defaultFolder());
    return Matching.among(marked, attempt.pair().contact(), "", ours).entry().map(FolderEntry::id);
  }
}
