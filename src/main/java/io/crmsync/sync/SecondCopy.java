package io.crmsync.sync;

import io.crmsync.domain.plan.FolderId;
import io.crmsync.domain.plan.Matching;
import io.crmsync.domain.plan.OutlookId;
import io.crmsync.domain.plan.Removal;
import java.util.List;

/**
 * Looks once more after a create that was taken over: the unanswered one may have been carried out
 * after all, later than the search for it. Of two copies the linked one stays.
 */
final class SecondCopy {
  private final MailboxFolders folders;

  SecondCopy(MailboxFolders folders) {
    this.folders = folders;
  }

  /** Removes, softly, every marked contact but the linked one. */
  void remove(PairWork work) {
    OutlookId linked = work.pair().link().orElseThrow().outlookId();
    List<FolderId> everywhere = List.copyOf(folders.all(work.session()));
    for (FolderId folder : everywhere) {
      var found = work.mailbox().find(folder, work.pair().contact(), "");
      Matching.marked(found, work.pair().contact()).stream()
          .filter(entry -> !entry.id().equals(linked))
          .forEach(entry -> work.send(() -> work.mailbox().remove(entry.id(), Removal.SOFT)));
    }
  }
}
