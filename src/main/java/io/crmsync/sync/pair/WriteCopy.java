package io.crmsync.sync.pair;

import io.crmsync.domain.outlook.FolderEntry;
import io.crmsync.domain.outlook.FolderId;
import io.crmsync.domain.outlook.OutlookId;
import io.crmsync.domain.outlook.WriteAnswer;
import io.crmsync.domain.patch.ContactPatch;
import io.crmsync.domain.patch.Patches;
import io.crmsync.sync.mailbox.FolderIndexes;
import io.crmsync.sync.mailbox.MailboxFolders;
import io.crmsync.sync.mailbox.TrustedFolders;
import io.crmsync.sync.port.MailboxRefused;
import java.util.List;
import java.util.Optional;

/** Writes a copy, and keeps in mind where it lies: what is written is not asked for again. */
final class WriteCopy {
  private final MailboxFolders folders;
  private final TrustedFolders trusted;
  private final FolderIndexes indexes;

  WriteCopy(MailboxFolders folders, TrustedFolders trusted, FolderIndexes indexes) {
    this.folders = folders;
    this.trusted = trusted;
    this.indexes = indexes;
  }

  /** What a contact made of the patch; empty: it is gone, or was in Deleted Items by then (R14). */
  Optional<WriteAnswer> change(Attempt attempt, OutlookId id, ContactPatch patch) {
    Optional<WriteAnswer> answer =
        attempt
            .requests()
            .change(id, patch)
            .filter(written -> folders.isThere(attempt.session(), written.folder()));
    answer.ifPresent(written -> trust(attempt, written.folder()));
    return answer;
  }

  /**
   * Makes a contact. A refusal does not say reliably which property was missed: whatever is called
   * invalid where no first name was sent is tried once with the full name in its place (R12).
   *
   * @throws MailboxRefused what the service said last
   */
  WriteAnswer create(Attempt attempt, FolderId folder, ContactPatch content) {
    trust(attempt, folder);
    WriteAnswer answer = created(attempt, folder, content);
    listed(attempt, folder, answer.id());
    return answer;
  }

  private static WriteAnswer created(Attempt attempt, FolderId folder, ContactPatch content) {
    try {
      return attempt.requests().create(folder, content);
    } catch (MailboxRefused refused) {
      ContactPatch standingIn =
          Optional.of(content)
              .filter(sent -> refused.invalidProperty())
              .flatMap(Patches::withStandIn)
              .orElseThrow(() -> refused);
      return attempt.requests().create(folder, standingIn);
    }
  }

  /** A copy lies in this folder, as whoever looks for a match there next is to find it. */
  void listed(Attempt attempt, FolderId folder, OutlookId id) {
    List<String> emails = attempt.email().isEmpty() ? List.of() : List.of(attempt.email());
    Optional<String> mark = Optional.of(attempt.pair().contact().value());
    indexes.note(
        attempt.session().user(), new FolderEntry(id, folder, mark, attempt.began(), emails));
  }

  private void trust(Attempt attempt, FolderId folder) {
    trusted.note(attempt.session().user(), folder, attempt.pair().contact());
  }
}
