package io.crmsync.sync.pair;

import io.crmsync.domain.mailbox.MailboxState;
import io.crmsync.domain.outlook.FolderEntry;
import io.crmsync.domain.outlook.FolderId;
import io.crmsync.domain.outlook.OutlookId;
import io.crmsync.domain.pair.Link;
import io.crmsync.domain.pair.Outcome;
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
  Reconciled carryOut(PairWork work, Removal how) {
    boolean repeated = work.pair().removing().isPresent() || work.open().takenOver();
    folders.doubt(work.session().user());
    Set<OutlookId> copies = copies(work);
    if (!repeated && !copies.isEmpty()) {
      work.remember(work.pair().removing(how));
    }
    long removed = copies.stream().filter(id -> removed(work, id, how)).count();
    copies.forEach(id -> indexes.noteGone(work.session().user(), id));
    work.pair()
        .link()
        .ifPresent(link -> pairs.releaseAdoption(work.pair().user(), link.outlookId()));
    // An earlier try may have removed it and been killed before it could say so.
    boolean ours = removed > 0 || (repeated && work.pair().removing().isPresent());
    return work.withdrawn(ours ? Outcome.REMOVED : Outcome.UNCHANGED);
  }

  private boolean removed(PairWork work, OutlookId id, Removal how) {
    boolean there = folders.read(work.session(), id).filter(work::isMarked).isPresent();
    return there && work.<Boolean>send(() -> work.mailbox().remove(id, how));
  }

  /** What may have to go, whether or not it is still there. */
  private Set<OutlookId> copies(PairWork work) {
    Set<OutlookId> copies = new LinkedHashSet<>();
    marked(work).forEach(entry -> copies.add(entry.id()));
    work.pair()
        .link()
        .filter(link -> work.session().holds(work.pair()))
        .map(Link::outlookId)
        .ifPresent(copies::add);
    copies.removeIf(id -> isAnothers(work, id));
    return copies;
  }

  /** An inactive user's mailbox may be somebody else's by now (R22). */
  private boolean isAnothers(PairWork work, OutlookId id) {
    MailboxState state = work.session().state();
    return state
        .address()
        .filter(address -> reassigned.keeps(address, state.identity().present(), work.pair(), id))
        .isPresent();
  }

  /** After a lost claim a create may have gone through anywhere: looked for in all folders. */
  private Stream<FolderEntry> marked(PairWork work) {
    Optional<FolderId> configured = folders.lookFor(work.session());
    return mayBeAnywhere(work)
        ? search.everywhere(work).stream()
            .filter(
                entry ->
                    configured.filter(entry.folder()::equals).isPresent() || mayBeOurs(work, entry))
        : configured.stream().flatMap(folder -> search.in(work, folder).stream());
  }

  private static boolean mayBeAnywhere(PairWork work) {
    boolean unknown = work.pair().link().isEmpty() && work.open().takenOver();
    return unknown || work.open().lost().creatingSince().isPresent();
  }

  /**
   * Without a link, whatever carries our mark may be what a lost claim adopted, and its user moved.
   * Beside a linked copy, or where only a create is open, what its user copied is the user's.
   */
  private static boolean mayBeOurs(PairWork work, FolderEntry entry) {
    boolean unknown = work.pair().link().isEmpty() && work.open().mayHaveAdopted();
    return unknown || work.open().mayHaveMade(entry);
  }
}
