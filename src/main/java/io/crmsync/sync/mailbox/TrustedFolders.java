package io.crmsync.sync.mailbox;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.PairId;
import io.crmsync.domain.contact.UserId;
import io.crmsync.domain.mailbox.TrustedFolder;
import io.crmsync.domain.outlook.FolderId;
import io.crmsync.sync.port.JobQueue;
import io.crmsync.sync.port.JobQueue.Lane;
import io.crmsync.sync.port.MailboxStore;
import io.crmsync.sync.port.PairMessage;
import io.crmsync.sync.port.PairMessage.Check;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Writes down that copies are written in a folder that is only believed to be there, before it is
 * told that they were, and sends the question whether it was for the time when nobody believes it
 * any more ({@link ConfirmFolders}). Once for each mailbox, folder, and ten minutes.
 */
public final class TrustedFolders {
  /** Two instances' clocks, and more than a request lasts. */
  private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);

  private final MailboxStore mailboxes;
  private final JobQueue queue;
  private final Clock clock;
  private final Cache<UserFolder, Boolean> noted;

  private record UserFolder(UserId user, FolderId folder) {}

  TrustedFolders(MailboxStore mailboxes, JobQueue queue, Clock clock) {
    this.mailboxes = mailboxes;
    this.queue = queue;
    this.clock = clock;
    this.noted =
        Caffeine.newBuilder()
            .expireAfterWrite(MailboxFolders.BELIEVED)
            .maximumSize(20_000)
            .ticker(MailboxFolders.tickerOf(clock))
            .build();
  }

  /**
   * Takes any contact of the user's: the question needs one to be asked with. Of several workers in
   * one mailbox only the first sends it.
   */
  public void note(UserId user, FolderId folder, ContactId contact) {
    noted.asMap().computeIfAbsent(new UserFolder(user, folder), place -> noted(place, contact));
  }

  private boolean noted(UserFolder place, ContactId contact) {
    Instant now = clock.instant();
    Duration wait = MailboxFolders.BELIEVED.plus(CLOCKS_DIFFER);
    TrustedFolder trusted = new TrustedFolder(now.minus(MailboxFolders.BELIEVED), now.plus(wait));
    mailboxes.change(place.user(), state -> state.trusting(place.folder(), trusted));
    queue.sendPair(
        PairMessage.of(new PairId(place.user(), contact)).checking(Check.FOLDERS),
        Lane.NIGHTLY,
        wait.plusSeconds(1));
    return true;
  }
}
