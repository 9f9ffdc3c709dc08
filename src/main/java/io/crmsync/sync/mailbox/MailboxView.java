package io.crmsync.sync.mailbox;

import io.crmsync.domain.mailbox.MailboxState;
import io.crmsync.domain.pair.Pair;
import io.crmsync.domain.reason.Reason;
import io.crmsync.domain.reason.Why;
import java.util.Optional;

/**
 * What is known of a mailbox to whoever shows its pairs without reconciling them.
 *
 * @param parked why nothing is written there now (R22); empty: it is in use
 * @param listing empty: the folder was not read, or could not be
 * @param state as the next attempt at a pair would find it; empty: it was not asked, or gave no
 *     answer
 */
public record MailboxView(
    Optional<Why> parked, Optional<FolderListing> listing, Optional<MailboxState> state) {

  MailboxView(Optional<Why> parked, Optional<FolderListing> listing) {
    this(parked, listing, Optional.empty());
  }

  static MailboxView parked(Why why) {
    return new MailboxView(Optional.of(why), Optional.empty());
  }

  /** Whether two active users have it, so that what lies there is nobody's to speak of (R22). */
  public boolean twice() {
    return parked.filter(why -> why.is(Reason.MAILBOX_TWICE)).isPresent();
  }

  /** Whether the user deleted the pair's copy (R14); what is not known counts as there. */
  public boolean misses(Pair pair) {
    return listing.flatMap(seen -> pair.link().filter(seen::misses)).isPresent();
  }
}
