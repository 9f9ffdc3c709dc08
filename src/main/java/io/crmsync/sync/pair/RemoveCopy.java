package io.crmsync.sync.pair;

import io.crmsync.domain.mailbox.MailboxState;
import io.crmsync.domain.outlook.FolderEntry;
import io.crmsync.domain.outlook.FolderId;
import io.crmsync.domain.outlook.OutlookId;
import io.crmsync.domain.pair.Link;
import io.crmsync.domain.removal.Removal;
import io.crmsync.sync.mailbox.FolderIndexes;
import io.crmsync.sync.mailbox.MailboxFolders;
import io.crmsync.sync.port.PairStore;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Takes a contact out of a mailbox (R16): the linked copy, and every one with the mark in the
 * configured folder. What the user deleted already is left alone: deleting it in Deleted Items
 * might purge it. So nothing is believed here, of folders or of what is in them: all is asked anew.
 */
final class RemoveCopy {
  private final PairStore pairs;
  private final MailboxFolders folders;
  private final FolderIndexes indexes;
  private final ReassignedMailbox reassigned;
  private final MarkSearch search;

  RemoveCopy(
      PairStore pairs,
      MailboxFolders folders,
      MarkSearch search,
      FolderIndexes indexes,
      ReassignedMailbox reassigned) {
    this.pairs = pairs;
    this.folders = folders;
    this.search = search;
    this.indexes = indexes;
    this.reassigned = reassigned;
  }

  /**
   * Says first that the copy is being removed, then looks whether it is there, then removes it:
   * nothing comes between the last two, so that what its user deletes meanwhile stays in the bin.
   */
  Ending apply(Attempt attempt, Removal how) {
    boolean repeated = attempt.pair().removing().isPresent() || attempt.open().takenOver();
    folders.doubt(attempt.session().user());
    Set<OutlookId> copies = copies(attempt);
    if (!repeated && !copies.isEmpty()) {
      attempt.remember(attempt.pair().removing(how));
    }
    boolean removedAny = false;
    for (OutlookId id : copies) {
      removedAny |= removed(attempt, id, how);
    }
    copies.forEach(id -> indexes.noteGone(attempt.session().user(), id));
    attempt
        .pair()
        .link()
        .ifPresent(link -> pairs.releaseAdoption(attempt.pair().user(), link.outlookId()));
    // An earlier try may have removed it and been killed before it could say so.
    boolean ours = removedAny || (repeated && attempt.pair().removing().isPresent());
    return Ending.withdrawn(ours);
  }

  private boolean removed(Attempt attempt, OutlookId id, Removal how) {
    boolean there = folders.read(attempt.session(), id).filter(attempt::isMarked).isPresent();
    return there && attempt.requests().remove(attempt.mailbox(), id, how);
  }

  /** What may have to go, whether or not it is still there. */
  private Set<OutlookId> copies(Attempt attempt) {
    Set<OutlookId> copies = new LinkedHashSet<>();
    marked(attempt).forEach(entry -> copies.add(entry.id()));
    attempt
        .pair()
        .link()
        .filter(link -> attempt.session().holds(attempt.pair()))
        .map(Link::outlookId)
        .ifPresent(copies::add);
    copies.removeIf(id -> isAnothers(attempt, id));
    return copies;
  }

  /** An inactive user's mailbox may be somebody else's by now (R22). */
  private boolean isAnothers(Attempt attempt, OutlookId id) {
    MailboxState state = attempt.session().state();
    return state
        .address()
        .filter(
            address -> reassigned.keeps(address, state.identity().present(), attempt.pair(), id))
        .isPresent();
  }

  /** After a lost claim a create may have gone through anywhere: looked for in all folders. */
  private Stream<FolderEntry> marked(Attempt attempt) {
    Optional<FolderId> configured = folders.lookFor(attempt.session());
    return mayBeAnywhere(attempt)
        ? search.everywhere(attempt).stream()
            .filter(
                entry ->
                    configured.filter(entry.folder()::equals).isPresent()
                        || mayBeOurs(attempt, entry))
        : configured.stream().flatMap(folder -> search.in(attempt, folder).stream());
  }

  private static boolean mayBeAnywhere(Attempt attempt) {
    boolean unknown = attempt.pair().link().isEmpty() && attempt.open().takenOver();
    return unknown || attempt.open().lost().creatingSince().isPresent();
  }

  /**
   * Without a link, whatever carries our mark may be what a lost claim adopted, and its user moved.
   * Beside a linked copy, or where only a create is open, what its user copied is the user's.
   */
  private static boolean mayBeOurs(Attempt attempt, FolderEntry entry) {
    boolean unknown = attempt.pair().link().isEmpty() && attempt.open().mayHaveAdopted();
    return unknown || attempt.open().mayHaveMade(entry);
  }
}
