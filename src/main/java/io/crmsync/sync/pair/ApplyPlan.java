package io.crmsync.sync.pair;

import io.crmsync.domain.pair.Outcome;
import io.crmsync.domain.plan.Plan;
import io.crmsync.domain.reason.Reason;
import io.crmsync.sync.mailbox.MailboxChangedMeanwhile;
import io.crmsync.sync.mailbox.MailboxFolders;
import io.crmsync.sync.port.FolderGone;
import io.crmsync.sync.port.MailboxBusy;
import io.crmsync.sync.port.MailboxClosed;
import io.crmsync.sync.port.MailboxRefused;

/**
 * Carries out a plan in a claimed pair's mailbox. Whatever the mailbox answers becomes an {@link
 * Ending}.
 */
final class ApplyPlan {
  private final MailboxFolders folders;
  private final FirstWrite firstWrite;
  private final UpdateCopy updateCopy;
  private final RemoveCopy removeCopy;
  private final RecheckCreate secondCopy;
  private final FormerCopies formerCopies;
  private final FormerCreates formerCreates;

  ApplyPlan(
      MailboxFolders folders,
      FirstWrite firstWrite,
      UpdateCopy updateCopy,
      RemoveCopy removeCopy,
      RecheckCreate secondCopy,
      FormerCopies formerCopies,
      FormerCreates formerCreates) {
    this.folders = folders;
    this.firstWrite = firstWrite;
    this.updateCopy = updateCopy;
    this.removeCopy = removeCopy;
    this.secondCopy = secondCopy;
    this.formerCopies = formerCopies;
    this.formerCreates = formerCreates;
  }

  Ending apply(Attempt attempt) {
    try {
      if (attempt.personWaits()) {
        folders.doubt(attempt.session().user());
      }
      recheckLostCreate(attempt);
      Plan plan = attempt.planned().plan();
      return switch (plan.action()) {
        case FIRST_WRITE -> firstWrite.apply(attempt, FirstWrite.Manner.ofNew(attempt));
        case FIND_MARKED -> firstWrite.apply(attempt, FirstWrite.Manner.ofMarked(attempt));
        case UPDATE -> updateCopy.apply(attempt, plan.changes());
        case ENSURE_PRESENT -> updateCopy.ensurePresent(attempt);
        case REMOVE -> {
          formerCopies.removeAll(attempt);
          yield removeCopy.apply(attempt, plan.removal().orElseThrow());
        }
        case REMOVE_FORMER -> formerCopies.apply(attempt);
        case NOTHING, SKIP, FORGET -> Ending.left(Outcome.UNCHANGED);
      };
    } catch (MailboxRefused refused) {
      return Ending.refused(refused);
    } catch (MailboxClosed | MailboxBusy trouble) {
      return Ending.trouble(trouble);
    } catch (Attempt.ClaimRunsOut e) {
      return Ending.tryAgain(Reason.CLAIM_RAN_OUT);
    } catch (MailboxChangedMeanwhile | FolderGone e) {
      return Ending.tryAgain(Reason.COPY_VANISHED);
    } catch (Attempt.ClaimedByAnother e) {
      return Ending.claimedByAnother();
    }
  }

  /**
   * What a create may have left of which nobody knows how it ended: here, and where it was sent.
   */
  private void recheckLostCreate(Attempt attempt) {
    formerCreates.find(attempt);
    if (attempt.open().recheckDue() && attempt.pair().link().isPresent()) {
      secondCopy.remove(attempt);
      attempt.open().recheckDone();
    }
  }
}
