package io.crmsync.sync.mailbox;

import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.PairId;
import io.crmsync.domain.contact.UserId;
import io.crmsync.domain.mailbox.TrustedFolder;
import io.crmsync.domain.outlook.FolderId;
import io.crmsync.domain.pair.Link;
import io.crmsync.domain.pair.Pair;
import io.crmsync.sync.port.JobQueue;
import io.crmsync.sync.port.JobQueue.Lane;
import io.crmsync.sync.port.MailboxStore;
import io.crmsync.sync.port.PairMessage;
import io.crmsync.sync.port.PairStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Finds out whether the folders were there in which copies were written on trust: one list of them
 * for each mailbox and run. If one was not, its user may have deleted it before what was written
 * reached them, so whatever was written in that time is made sure to be there (R9, R14). What was
 * not written then stays deleted.
 */
public final class ConfirmFolders {
  private static final int AT_ONCE = 1_000;

  /** From the beginning of an attempt to its last write, and two instances' clocks. */
  private static final Duration LONGEST_ATTEMPT = Duration.ofMinutes(10);

  private final MailboxStore mailboxes;
  private final MailboxFolders folders;
  private final PairStore pairs;
  private final JobQueue queue;
  private final Clock clock;

  ConfirmFolders(
      MailboxStore mailboxes,
      MailboxFolders folders,
      PairStore pairs,
      JobQueue queue,
      Clock clock) {
    this.mailboxes = mailboxes;
    this.folders = folders;
    this.pairs = pairs;
    this.queue = queue;
    this.clock = clock;
  }

  /**
   * Asks the mailbox, if nobody writes there on trust any more.
   *
   * @return how long to wait until that is so; empty: it is done
   */
  public Optional<Duration> in(MailboxSession session) {
    Instant now = clock.instant();
    Map<FolderId, TrustedFolder> trusted =
        mailboxes.change(session.user(), UnaryOperator.identity()).trusted();
    Optional<Instant> end =
        trusted.values().stream().map(TrustedFolder::until).max(Instant::compareTo);
    if (end.filter(now::isBefore).isPresent()) {
      return end.map(until -> Duration.between(now, until).plusSeconds(1));
    }
    vanished(session, trusted)
        .map(since -> since.minus(LONGEST_ATTEMPT))
        .ifPresent(since -> ensure(session, since));
    mailboxes.change(session.user(), state -> state.confirmed(trusted));
    return Optional.empty();
  }

  /**
   * Since when something may have been written in one that is not there any more; empty: all are.
   */
  private Optional<Instant> vanished(MailboxSession session, Map<FolderId, TrustedFolder> trusted) {
    folders.doubt(session.user());
    Map<FolderId, TrustedFolder> gone = new HashMap<>(trusted);
    gone.keySet().removeIf(folder -> folders.isThere(session, folder));
    if (!gone.isEmpty()) {
      folders.forget(session.user());
    }
    return gone.values().stream().map(TrustedFolder::since).min(Instant::compareTo);
  }

  private void ensure(MailboxSession session, Instant since) {
    UserId user = session.user();
    Optional<ContactId> after = Optional.empty();
    List<Pair> page;
    do {
      page = pairs.ofUser(user, after, AT_ONCE);
      List<PairMessage> messages = new ArrayList<>();
      for (Pair pair : page) {
        if (session.holds(pair) && writtenSince(pair, since)) {
          ask(pair.id());
          messages.add(PairMessage.of(pair.id()));
        }
      }
      queue.sendPairs(messages, Lane.NIGHTLY);
      after = page.stream().reduce((one, next) -> next).map(Pair::contact);
    } while (page.size() == AT_ONCE);
  }

  private static boolean writtenSince(Pair pair, Instant since) {
    return pair.link().map(Link::lastWrite).filter(last -> !last.at().isBefore(since)).isPresent();
  }

  private void ask(PairId id) {
    pairs.change(id, pair -> pair.link().isEmpty() ? pair : pair.askedFor());
  }
}
