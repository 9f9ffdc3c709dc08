package io.crmsync.sync.mailbox;

import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.UserId;
import io.crmsync.domain.plan.Pair;
import io.crmsync.sync.port.JobQueue;
import io.crmsync.sync.port.JobQueue.Lane;
import io.crmsync.sync.port.PairMessage;
import io.crmsync.sync.port.PairMessage.Check;
import io.crmsync.sync.port.PairStore;
import java.util.List;
import java.util.Optional;

/** Queues a user's pairs again after the mailbox was out of reach, or became another. */
public final class WakePairs {
  private static final int AT_ONCE = 1_000;

  private final PairStore pairs;
  private final JobQueue queue;

  public WakePairs(PairStore pairs, JobQueue queue) {
    this.pairs = pairs;
    this.queue = queue;
  }

  /** Every pair whose wanted state was not reached. */
  public void open(UserId user) {
    queue.sendPairs(
        pairs.open(user).stream().map(contact -> PairMessage.of(user, contact)).toList(),
        Lane.NIGHTLY);
  }

  /** One pair that is open, to find out whether the mailbox can be reached again. */
  public void probe(UserId user) {
    pairs.open(user).stream()
        .findFirst()
        .ifPresent(
            contact -> queue.sendPairs(List.of(PairMessage.of(user, contact)), Lane.NIGHTLY));
  }

  /**
   * One pair, whichever: the mailbox value has changed, and the first look settles what it means.
   */
  public void any(UserId user) {
    pairs.ofUser(user, Optional.empty(), 1).stream()
        .findFirst()
        .ifPresent(
            pair ->
                queue.sendPairs(
                    List.of(PairMessage.of(user, pair.contact()).checking(Check.MAILBOX)),
                    Lane.NIGHTLY));
  }

  /** Every pair of the user. */
  void all(UserId user) {
    Optional<ContactId> after = Optional.empty();
    List<Pair> page;
    do {
      page = pairs.ofUser(user, after, AT_ONCE);
      queue.sendPairs(
          page.stream().map(pair -> PairMessage.of(user, pair.contact())).toList(), Lane.NIGHTLY);
      after = page.stream().reduce((one, next) -> next).map(Pair::contact);
    } while (page.size() == AT_ONCE);
  }
}
