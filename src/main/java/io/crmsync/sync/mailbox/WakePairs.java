package io.crmsync.sync.mailbox;

import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.PairId;
import io.crmsync.domain.contact.UserId;
import io.crmsync.domain.mailbox.MailboxState;
import io.crmsync.domain.pair.Pair;
import io.crmsync.sync.port.JobQueue;
import io.crmsync.sync.port.JobQueue.Lane;
import io.crmsync.sync.port.MailboxStore;
import io.crmsync.sync.port.PairMessage;
import io.crmsync.sync.port.PairMessage.Check;
import io.crmsync.sync.port.PairStore;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Queues a user's pairs again after the mailbox was out of reach, or became another. */
public final class WakePairs {
  private static final int AT_ONCE = 1_000;

  private final PairStore pairs;
  private final MailboxStore mailboxes;
  private final JobQueue queue;

  public WakePairs(PairStore pairs, MailboxStore mailboxes, JobQueue queue) {
    this.pairs = pairs;
    this.mailboxes = mailboxes;
    this.queue = queue;
  }

  /**
   * One pair, an open one if there is one, to find out whether the mailbox can be reached again, or
   * what it means that its value has changed.
   */
  public void probe(UserId user) {
    pairs.open(user).stream()
        .findFirst()
        .or(() -> pairs.ofUser(user, Optional.empty(), 1).stream().map(Pair::contact).findFirst())
        .map(contact -> PairMessage.of(new PairId(user, contact)).checking(Check.MAILBOX))
        .ifPresent(message -> queue.sendPairs(List.of(message), Lane.NIGHTLY));
  }

  /** Has it asked again whether the folders are there in which copies were written on trust. */
  public void confirmFolders(UserId user) {
    pairs.ofUser(user, Optional.empty(), 1).stream()
        .map(pair -> PairMessage.of(new PairId(user, pair.contact())).checking(Check.FOLDERS))
        .forEach(message -> queue.sendPairs(List.of(message), Lane.NIGHTLY));
  }

  /**
   * Every pair of which an attempt may have been given up because the mailbox could not be entered.
   */
  void unfinished(UserId user) {
    MailboxState state = mailboxes.of(user);
    send(user, pair -> state.seen(pair).unfinished());
  }

  /** Every pair of the user. */
  void all(UserId user) {
    send(user, pair -> true);
  }

  private void send(UserId user, Predicate<Pair> which) {
    Optional<ContactId> after = Optional.empty();
    List<Pair> page;
    do {
      page = pairs.ofUser(user, after, AT_ONCE);
      queue.sendPairs(
          page.stream()
              .filter(which)
              .map(pair -> PairMessage.of(new PairId(user, pair.contact())))
              .toList(),
          Lane.NIGHTLY);
      after = page.stream().reduce((one, next) -> next).map(Pair::contact);
    } while (page.size() == AT_ONCE);
  }
}
