package io.crmsync.sync.mailbox;

import io.crmsync.domain.plan.Pair;
import io.crmsync.domain.reason.Why;
import java.util.Optional;

/**
 * What is known of a mailbox while its pairs are looked at from outside.
 *
 * @param parked why nothing is written there now (R22); empty: it is in use
 * @param listing empty: the folder was not read, or could not be
 */
public record MailboxGlance(Optional<Why> parked, Optional<FolderListing> listing) {

  static MailboxGlance parked(Why why) {
    return new MailboxGlance(Optional.of(why), Optional.empty());
  }

  /** Whether the user deleted the pair's copy (R14); what is not known counts as there. */
  public boolean misses(Pair pair) {
    return listing.flatMap(seen -> pair.link().filter(seen::misses)).isPresent();
  }
}
