package io.crmsync.sync.pair;

import io.crmsync.domain.pair.Outcome;
import io.crmsync.domain.plan.Plan;
import io.crmsync.sync.mailbox.FolderIndexes;
import io.crmsync.sync.mailbox.MailboxFolders;
import io.crmsync.sync.mailbox.TrustedFolders;
import io.crmsync.sync.port.PairStore;
import io.crmsync.sync.port.SyncSettings;

/** Turns a plan into deed, in a claimed pair's mailbox. */
public final class CarryOut {
  private final MailboxFolders folders;
  private final FirstWrite firstWrite;
  private final UpdateCopy updateCopy;
  private final RemoveCopy removeCopy;
  private final SecondCopy secondCopy;
  private final FormerCopies formerCopies;
  private final FormerCreates formerCreates;

  CarryOut(
      PairStore pairs,
      MailboxFolders folders,
      TrustedFolders trusted,
      FolderIndexes indexes,
      SyncSettings settings,
      ReassignedMailbox reassigned,
      FormerCopies formerCopies,
      FormerCreates formerCreates) {
    this.folders = folders;
    MarkSearch search = new MarkSearch(folders);
    this.firstWrite = new FirstWrite(pairs, folders, search, trusted, indexes, settings);
    this.updateCopy = new UpdateCopy(folders, trusted, indexes, firstWrite);
    this.removeCopy = new RemoveCopy(pairs, folders, search, indexes, reassigned);
    this.secondCopy = new SecondCopy(folders, search);
    this.formerCopies = formerCopies;
    this.formerCreates = formerCreates;
  }

  /** A person waits, who may have deleted a folder just now: which are there is asked anew. */
  void believeNothing(PairWork work) {
    folders.doubt(work.session().user());
  }

  Reconciled now(PairWork work, Plan plan) {
    formerCreates.find(work);
    if (work.open().secondLookDue() && work.pair().link().isPresent()) {
      secondCopy.remove(work);
      work.open().secondLookMade();
    }
    return switch (plan.action()) {
      case FIRST_WRITE ->
          firstWrite.carryOut(
              work,
              work.open().takenOver() || FormerCopies.mayBeHere(work)
                  ? FirstWrite.Manner.AFTER_LOST_CLAIM
                  : FirstWrite.Manner.NEW);
      case FIND_MARKED ->
          firstWrite.carryOut(
              work,
              work.open().takenOver()
                  ? FirstWrite.Manner.ONLY_MARKED_EVERYWHERE
                  : FirstWrite.Manner.ONLY_MARKED);
      case UPDATE -> updateCopy.carryOut(work, plan.changes());
      case ENSURE_PRESENT -> updateCopy.ensurePresent(work);
      case REMOVE -> {
        formerCopies.remove(work);
        yield removeCopy.carryOut(work, plan.removal().orElseThrow());
      }
      case REMOVE_FORMER -> formerCopies.carryOut(work);
      case NOTHING, SKIP, FORGET -> work.left(Outcome.UNCHANGED);
    };
  }
}
