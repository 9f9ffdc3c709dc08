package io.crmsync.sync.mailbox;

import io.crmsync.domain.outlook.FolderEntry;
import io.crmsync.domain.outlook.FolderId;
import io.crmsync.sync.port.FolderGone;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads what a mailbox holds, for a dry run: only reads, makes no folder, and remembers nothing of
 * what the mailbox answers.
 */
public final class ReadMailboxContents {
  private final MailboxFolders folders;
  private final FolderIndexes indexes;
  private final Clock clock;

  ReadMailboxContents(MailboxFolders folders, FolderIndexes indexes, Clock clock) {
    this.folders = folders;
    this.indexes = indexes;
    this.clock = clock;
  }

  /**
   * What it holds, asked for now: the configured folder at once, the others when they are asked
   * for.
   */
  public MailboxContents read(MailboxSession session) {
    folders.doubt(session.user());
    Optional<FolderId> configured = folders.lookFor(session);
    Optional<FolderIndex> index = configured.flatMap(folder -> index(session, folder));
    return new MailboxContents(
        session.user(),
        configured,
        index.map(FolderIndex::listing).orElseGet(this::nothing),
        index.map(FolderIndex::entries).orElse(List.of()),
        () -> others(session, configured));
  }

  private FolderListing nothing() {
    return new FolderListing(Set.of(), clock.instant());
  }

  private Optional<FolderIndex> index(MailboxSession session, FolderId folder) {
    try {
      return Optional.of(indexes.anew(session, folder));
    } catch (FolderGone gone) {
      return Optional.empty();
    }
  }

  private List<FolderEntry> others(MailboxSession session, Optional<FolderId> configured) {
    List<FolderEntry> entries = new ArrayList<>();
    for (FolderId folder : folders.all(session)) {
      if (!configured.equals(Optional.of(folder))) {
        entries.addAll(list(session, folder));
      }
    }
    return entries;
  }

  private static List<FolderEntry> list(MailboxSession session, FolderId folder) {
    try {
      return session.mailbox().list(folder);
    } catch (FolderGone gone) {
      return List.of();
    }
  }
}
