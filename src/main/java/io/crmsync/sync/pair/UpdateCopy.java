package io.crmsync.sync.pair;

import io.crmsync.domain.contact.Field;
import io.crmsync.domain.outlook.OutlookContact;
import io.crmsync.domain.outlook.WriteAnswer;
import io.crmsync.domain.pair.Link;
import io.crmsync.domain.patch.ContactPatch;
import io.crmsync.domain.patch.Patches;
import io.crmsync.domain.patch.Written;
import io.crmsync.sync.mailbox.FolderIndexes;
import io.crmsync.sync.mailbox.MailboxFolders;
import io.crmsync.sync.mailbox.TrustedFolders;
import java.util.Optional;
import java.util.Set;

/** Sends what changed to the linked copy (R10, R11); makes it anew if the user deleted it (R14). */
final class UpdateCopy {
  private final MailboxFolders folders;
  private final TrustedFolders trusted;
  private final FolderIndexes indexes;
  private final FirstWrite firstWrite;

  UpdateCopy(
      MailboxFolders folders,
      TrustedFolders trusted,
      FolderIndexes indexes,
      FirstWrite firstWrite) {
    this.trusted = trusted;
    this.folders = folders;
    this.indexes = indexes;
    this.firstWrite = firstWrite;
  }

  /**
   * Brings exactly these fields. Only a list or an address is read first: Graph replaces it whole.
   */
  Reconciled carryOut(PairWork work, Set<Field> changes) {
    Link link = work.pair().link().orElseThrow();
    Optional<OutlookContact> current = Optional.empty();
    if (link.baseLost() || Patches.needsCurrent(changes)) {
      current = present(work, link);
      if (current.isEmpty()) {
        return anew(work, link);
      }
    }
    ContactPatch patch = patch(work, link, changes, current);
    if (patch.isEmpty()) {
      return link.baseLost()
          ? work.unchanged(link, patch, current.orElseThrow())
          : work.unchanged(link);
    }
    boolean believed = folders.believesAny(work.session().user());
    Optional<WriteAnswer> answer = ChangedCopy.of(link.outlookId(), patch, work);
    if (answer.isEmpty() || !folders.isThere(work.session(), answer.get().folder())) {
      return anew(work, link);
    }
    if (believed) {
      trusted.note(work.session().user(), answer.get().folder(), work.pair().contact());
    }
    return work.updated(link, changes, patch, answer.get());
  }

  private static ContactPatch patch(
      PairWork work, Link link, Set<Field> changes, Optional<OutlookContact> current) {
    return link.baseLost()
        ? Patches.repair(
            work.pair().contact(),
            work.desired(),
            current.orElseThrow(),
            work.sentBefore(),
            work.hasher())
        : Patches.update(
            changes,
            work.desired(),
            new Written(link.base(), link.answers(), work.open().lost()),
            work.hasher(),
            current);
  }

  /** The user asked for it: it is to be there, and that is all (R14). */
  Reconciled ensurePresent(PairWork work) {
    Link link = work.pair().link().orElseThrow();
    return present(work, link).isPresent() ? work.unchanged(link) : anew(work, link);
  }

  private Optional<OutlookContact> present(PairWork work, Link link) {
    return folders.read(work.session(), link.outlookId());
  }

  private Reconciled anew(PairWork work, Link link) {
    indexes.noteGone(work.session().user(), link.outlookId());
    return firstWrite.carryOut(work, FirstWrite.Manner.ANEW);
  }
}
