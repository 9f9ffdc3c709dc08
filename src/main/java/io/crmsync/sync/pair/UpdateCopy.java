package io.crmsync.sync.pair;

import io.crmsync.domain.contact.Field;
import io.crmsync.domain.outlook.OutlookContact;
import io.crmsync.domain.outlook.WriteAnswer;
import io.crmsync.domain.pair.Link;
import io.crmsync.domain.patch.ContactPatch;
import io.crmsync.domain.patch.Patches;
import io.crmsync.domain.patch.WrittenValues;
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
  Ending apply(Attempt attempt, Set<Field> changes) {
    Link link = attempt.pair().link().orElseThrow();
    Optional<OutlookContact> current = Optional.empty();
    if (link.baseLost() || Patches.needsCurrent(changes)) {
      current = present(attempt, link);
      if (current.isEmpty()) {
        return anew(attempt, link);
      }
    }
    ContactPatch patch = patch(attempt, link, changes, current);
    if (patch.isEmpty()) {
      return link.baseLost()
          ? attempt.unchanged(link, patch, current.orElseThrow())
          : attempt.unchanged(link);
    }
    boolean believed = folders.believesAny(attempt.session().user());
    Optional<WriteAnswer> answer = attempt.requests().change(link.outlookId(), patch);
    if (answer.isEmpty() || !folders.isThere(attempt.session(), answer.get().folder())) {
      return anew(attempt, link);
    }
    if (believed) {
      trusted.note(attempt.session().user(), answer.get().folder(), attempt.pair().contact());
    }
    return attempt.updated(link, changes, patch, answer.get());
  }

  private static ContactPatch patch(
      Attempt attempt, Link link, Set<Field> changes, Optional<OutlookContact> current) {
    return link.baseLost()
        ? Patches.repair(
            attempt.pair().contact(),
            attempt.desired(),
            current.orElseThrow(),
            attempt.sentBefore(),
            attempt.hasher())
        : Patches.update(
            changes,
            attempt.desired(),
            new WrittenValues(link.base(), link.answers(), attempt.open().lost()),
            attempt.hasher(),
            current);
  }

  /** The user asked for it: it is to be there, and that is all (R14). */
  Ending ensurePresent(Attempt attempt) {
    Link link = attempt.pair().link().orElseThrow();
    return present(attempt, link).isPresent() ? attempt.unchanged(link) : anew(attempt, link);
  }

  private Optional<OutlookContact> present(Attempt attempt, Link link) {
    return folders.read(attempt.session(), link.outlookId());
  }

  private Ending anew(Attempt attempt, Link link) {
    indexes.noteGone(attempt.session().user(), link.outlookId());
    return firstWrite.apply(attempt, FirstWrite.Manner.ANEW);
  }
}
