package io.crmsync.sync.mailbox;

import io.crmsync.domain.audience.Directory;
import io.crmsync.domain.contact.UserId;
import io.crmsync.domain.mailbox.MailboxState;
import io.crmsync.domain.outlook.FolderEntry;
import io.crmsync.domain.outlook.FolderId;
import io.crmsync.sync.port.FolderGone;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Looks what a mailbox holds, for a dry run: only reads, makes no folder, and remembers nothing of
 * what the mailbox answers. It knocks where a run would, so at a mailbox whose next try has come.
 */
public final class LookIntoMailbox {
  private final MailboxDoor door;
  private final MailboxFolders folders;
  private final FolderIndexes indexes;
  private final Clock clock;

  LookIntoMailbox(MailboxDoor door, MailboxFolders folders, FolderIndexes indexes, Clock clock) {
    this.door = door;
    this.folders = folders;
    this.indexes = indexes;
    this.clock = clock;
  }

  /**
   * A way in, or why there is none; sends no request. One that was parked for what the CRM named is
   * in use again as soon as the CRM names it, and for one user only.
   */
  public MailboxDoor.Answer open(UserId user, Directory directory) {
    MailboxDoor.Answer answer = door.open(user, directory);
    return answer
        .session()
        .flatMap(session -> session.state().parked())
        .filter(parked -> !parked.endsInCrm())
        .filter(parked -> clock.instant().isBefore(parked.nextTry()))
        .map(MailboxState.Parked::why)
        .map(MailboxDoor.Answer::no)
        .orElse(answer);
  }

  /** Whether nothing is sent there for now. */
  public boolean throttled(MailboxSession session) {
    return door.closedUntil(session.user(), clock.instant()).isPresent();
  }

  /**
   * The mailbox as a run would find it: if it is another one than was written to, its state is of a
   * later epoch (R22). One request, unless it was asked a few minutes ago.
   */
  public MailboxDoor.Answer meet(MailboxSession session, Directory directory) {
    return door.foresee(session, directory);
  }

  /**
   * What it holds, asked for now: the configured folder at once, the others when they are asked
   * for.
   */
  public MailboxContents contents(MailboxSession session) {
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
