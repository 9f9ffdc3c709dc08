package io.crmsync.sync.pair;

import io.crmsync.domain.outlook.FolderId;
import io.crmsync.domain.outlook.OutlookId;
import io.crmsync.domain.outlook.WriteAnswer;
import io.crmsync.domain.pair.Pair;
import io.crmsync.domain.patch.ContactPatch;
import io.crmsync.domain.patch.DeduplicatedEntries;
import io.crmsync.domain.removal.Removal;
import io.crmsync.sync.port.FolderGone;
import io.crmsync.sync.port.Mailbox;
import io.crmsync.sync.port.MailboxTrouble;
import java.util.Optional;

/**
 * The requests of one attempt that change a mailbox. None starts unless enough is left of the
 * claim, and of each it is kept in mind whether it may have been carried out.
 *
 * <p>All may throw {@link Attempt.ClaimRunsOut}, and what {@link Mailbox} throws.
 */
final class ClaimedRequests {
  private final PairClaims claims;
  private final Pair claimed;
  private final Mailbox mailbox;
  private final OpenWrites open;

  /** Takes the pair with its claim, and the user's present mailbox. */
  ClaimedRequests(PairClaims claims, Pair claimed, Mailbox mailbox, OpenWrites open) {
    this.claims = claims;
    this.claimed = claimed;
    this.mailbox = mailbox;
    this.open = open;
  }

  /**
   * Changes a contact, and no entry of a list stays in it twice for that (R10): one request, and a
   * second one where the server made of our entry what was there already. If that one fails, so
   * does the change: it is sent again as a whole, else the entry would stay twice.
   *
   * @return what the server made of the change; empty: the contact is gone
   */
  Optional<WriteAnswer> change(OutlookId id, ContactPatch change) {
    Optional<WriteAnswer> answer = update(id, change);
    answer
        .flatMap(made -> DeduplicatedEntries.dropped(change, made))
        .ifPresent(once -> update(id, once));
    return answer;
  }

  private Optional<WriteAnswer> update(OutlookId id, ContactPatch change) {
    beginChange();
    try {
      return mailbox.update(id, change);
    } catch (MailboxTrouble | FolderGone answer) {
      open.changeAnswered(answer);
      throw answer;
    }
  }

  /** Removes a contact from the user's mailbox, or from one that the user had. */
  boolean remove(Mailbox from, OutlookId id, Removal how) {
    beginChange();
    try {
      return from.remove(id, how);
    } catch (MailboxTrouble | FolderGone answer) {
      open.changeAnswered(answer);
      throw answer;
    }
  }

  /** Makes a contact in this folder. */
  WriteAnswer create(FolderId folder, ContactPatch content) {
    requireTimeLeft();
    open.createSent();
    try {
      return mailbox.create(folder, content);
    } catch (MailboxTrouble | FolderGone answer) {
      open.createAnswered(answer);
      throw answer;
    }
  }

  private void beginChange() {
    requireTimeLeft();
    open.changeSent();
  }

  private void requireTimeLeft() {
    if (!claims.timeLeft(claimed)) {
      throw new Attempt.ClaimRunsOut();
    }
  }
}
