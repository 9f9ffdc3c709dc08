package io.crmsync.sync.pair;

import io.crmsync.domain.contact.PairId;
import io.crmsync.domain.pair.Claim;
import io.crmsync.domain.reason.Reason;
import io.crmsync.sync.port.DueStore;
import io.crmsync.sync.port.JobQueue;
import io.crmsync.sync.port.JobQueue.Lane;
import io.crmsync.sync.port.PairMessage;
import io.crmsync.sync.step.BackOff;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Sends a pair's message again, delayed, or leaves the pair to the next night. */
final class RetryPair {
  static final Duration A_MOMENT = Duration.ofSeconds(5);

  private static final int ATTEMPTS = 10;
  private static final BackOff BACK_OFF = new BackOff(A_MOMENT, Duration.ofHours(1));

  private final JobQueue queue;
  private final DueStore due;
  private final Clock clock;

  RetryPair(JobQueue queue, DueStore due, Clock clock) {
    this.queue = queue;
    this.due = due;
    this.clock = clock;
  }

  /** The same message once more; nothing failed, and no attempt is counted. */
  ReconcileResult after(Duration delay, Delivery delivery, Reason why) {
    queue.sendPair(delivery.message(), delivery.lane(), delay);
    return ReconcileResult.later(why);
  }

  /** The same message, when somebody else's claim ends; sooner, where a person waits. */
  ReconcileResult whenFree(Claim claim, Delivery delivery) {
    Duration rest = untilEnd(claim);
    boolean sooner = delivery.urgent() && rest.compareTo(A_MOMENT) > 0;
    return after(sooner ? A_MOMENT : rest, delivery, Reason.CLAIMED);
  }

  /** The message once more, as the next attempt. */
  ReconcileResult counted(Duration delay, Delivery delivery, Reason why) {
    queue.sendPair(delivery.message().nextAttempt(), delivery.lane(), delay);
    return ReconcileResult.later(why);
  }

  /** Whether the pair was tried often enough for now. */
  boolean wasLast(Delivery delivery) {
    return delivery.message().attempt() + 1 >= ATTEMPTS;
  }

  /** How long until the next attempt; longer with each. */
  Duration backOff(Delivery delivery) {
    return BACK_OFF.after(delivery.message().attempt());
  }

  /** One message for a mailbox that is parked, for the time when it is tried again. */
  void whenNextTried(Delivery delivery, Duration wait) {
    PairMessage message = PairMessage.of(delivery.pair()).checking(delivery.message().check());
    queue.sendPair(message, Lane.NIGHTLY, wait);
  }

  /** A second message that asks for something else. */
  void also(PairMessage.Check check, Delivery delivery, Duration delay) {
    queue.sendPair(delivery.message().checking(check), delivery.lane(), delay);
  }

  /** Writes down that the next night's page queues the pair again. */
  void nextNight(PairId pair) {
    Instant now = clock.instant();
    due.change(pair, row -> row.retryingNextNight(now));
  }

  /**
   * Writes down when a refused pair is queued again: the next night, then later each time (R19).
   */
  void refused(PairId pair, boolean again) {
    Instant now = clock.instant();
    due.change(pair, row -> row.refused(again, now));
  }

  /** How long until a claim has run out. */
  Duration untilEnd(Claim claim) {
    return Duration.between(clock.instant(), claim.until()).plusSeconds(1);
  }
}
