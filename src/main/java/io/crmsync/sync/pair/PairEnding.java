package io.crmsync.sync.pair;

import io.crmsync.domain.contact.PairId;
import io.crmsync.domain.pair.Claim;
import io.crmsync.domain.pair.Outcome;
import io.crmsync.domain.pair.Pair;
import io.crmsync.domain.reason.Reason;
import io.crmsync.domain.reason.Why;
import io.crmsync.sync.port.DueStore;
import io.crmsync.sync.port.JobQueue;
import io.crmsync.sync.port.JobQueue.Lane;
import io.crmsync.sync.port.MailboxBusy;
import io.crmsync.sync.port.PairMessage;
import io.crmsync.sync.step.BackOff;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Ends the work on a pair that could not be finished: the message is sent again, delayed, and the
 * claim is given back, or left to run out where a request may still be under way.
 */
public final class PairEnding {
  private static final int ATTEMPTS = 10;
  private static final Duration A_MOMENT = Duration.ofSeconds(5);
  private static final BackOff BACK_OFF = new BackOff(A_MOMENT, Duration.ofHours(1));

  /** Where the service does not say how long. */
  private static final Duration WHILE_THROTTLED = Duration.ofMinutes(1);

  private static final Duration WHILE_MOVING = Duration.ofMinutes(30);

  private final PairClaims claims;
  private final DueStore due;
  private final JobQueue queue;
  private final Clock clock;

  public PairEnding(PairClaims claims, DueStore due, JobQueue queue, Clock clock) {
    this.claims = claims;
    this.due = due;
    this.queue = queue;
    this.clock = clock;
  }

  /** Gives the claim back; if a request was sent that may have been carried out, as a lost one. */
  void release(PairWork work) {
    claims.settle(work.claimed(), pair -> pair.leaving(work.open().leftover()));
  }

  /** The mailbox changed under our eyes, or the claim ran out: a try like any other. */
  Reconciled onceMore(PairWork work, PairMessage message, Lane lane, Reason why) {
    return lastAttempt(message)
        ? giveUp(work, message, why)
        : releasedAgain(work, message, lane, BACK_OFF.after(message.attempt()), why);
  }

  /** Nobody's failure: no attempt is counted. */
  Reconciled waitFor(PairWork work, PairMessage message, Lane lane) {
    release(work);
    queue.sendPair(message, lane, A_MOMENT);
    return Reconciled.later(Reason.CLAIMED);
  }

  /**
   * The service refuses what is desired: the pair is as good as done until its contact changes, its
   * user asks, or the time comes to try again (R19). That is written first: whoever is killed in
   * between has the message again.
   */
  Reconciled refused(PairWork work, Why why) {
    Pair pair = work.pair();
    boolean again = pair.isFor(Reason.REFUSED) && !pair.open();
    Instant now = clock.instant();
    due.change(pair.id(), row -> row.refused(again, now));
    return work.failed(why);
  }

  /**
   * Of a mailbox that gave no good answer, before anything was done for the pair or after it was
   * given back.
   *
   * @param why throttled, moving, or no answer; but for the last no attempt is counted
   * @param wait what the service asks for; empty: it does not say
   */
  Reconciled waitAtDoor(PairMessage message, Lane lane, Why why, Optional<Duration> wait) {
    if (why.is(Reason.NO_ANSWER)) {
      Duration delay = wait.orElse(BACK_OFF.after(message.attempt()));
      return atDoorAgain(message, lane, delay, Reason.NO_ANSWER);
    }
    Duration unsaid = why.is(Reason.MAILBOX_MOVING) ? WHILE_MOVING : WHILE_THROTTLED;
    queue.sendPair(message, lane, wait.orElse(unsaid));
    return Reconciled.later(why.reason());
  }

  /** Of a mailbox that refused before anything was done: the next night looks again. */
  Reconciled refusedAtDoor(PairMessage message, Why why) {
    retryNextNight(message.pair());
    return Reconciled.ended(Outcome.FAILED, why);
  }

  private Reconciled atDoorAgain(PairMessage message, Lane lane, Duration delay, Reason why) {
    if (lastAttempt(message)) {
      return refusedAtDoor(message, Why.of(why));
    }
    queue.sendPair(message.nextAttempt(), lane, delay);
    return Reconciled.later(why);
  }

  /** Of a request nobody knows how it ended, nor whether it was carried out. */
  Reconciled unknown(PairWork work, PairMessage message, Lane lane, MailboxBusy busy) {
    Duration delay = busy.retryAfter().orElse(BACK_OFF.after(message.attempt()));
    if (lastAttempt(message)) {
      return giveUp(work, message, Reason.NO_ANSWER);
    }
    if (!work.open().sentAny()) {
      return releasedAgain(work, message, lane, delay, Reason.NO_ANSWER);
    }
    // The request may be under way still: the claim runs out by itself.
    claims.settle(work.claimed(), pair -> pair.leaving(pair.claim().map(work.open()::runningOut)));
    Duration claimed = work.pair().claim().map(this::untilEnd).orElse(delay);
    Duration longer = claimed.compareTo(delay) > 0 ? claimed : delay;
    queue.sendPair(message.nextAttempt(), lane, longer);
    return Reconciled.later(Reason.OUTCOME_UNKNOWN);
  }

  private Reconciled releasedAgain(
      PairWork work, PairMessage message, Lane lane, Duration delay, Reason why) {
    release(work);
    queue.sendPair(message.nextAttempt(), lane, delay);
    return Reconciled.later(why);
  }

  private static boolean lastAttempt(PairMessage message) {
    return message.attempt() + 1 >= ATTEMPTS;
  }

  private Reconciled giveUp(PairWork work, PairMessage message, Reason reason) {
    Why why = Why.of(reason);
    claims.settle(
        work.claimed(),
        pair -> pair.givenUp(Outcome.FAILED, Optional.of(why)).leaving(work.open().leftover()));
    retryNextNight(message.pair());
    return Reconciled.ended(Outcome.FAILED, why);
  }

  /** Writes down that the pair is queued again by the first page after the pause. */
  void retryNextNight(PairId pair) {
    Instant now = clock.instant();
    due.change(pair, row -> row.retryingNextNight(now));
  }

  private Duration untilEnd(Claim claim) {
    return Duration.between(clock.instant(), claim.until()).plusSeconds(1);
  }
}
