package io.crmsync.sync.pair;

import io.crmsync.domain.pair.Outcome;
import io.crmsync.domain.pair.Pair;
import io.crmsync.domain.reason.Reason;
import io.crmsync.domain.reason.Why;
import io.crmsync.sync.port.MailboxBusy;
import io.crmsync.sync.port.MailboxTrouble;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Writes down how the work on a claimed pair ended: the pair's row, which gives the claim back,
 * then what is due of it, and its message. Whoever is killed in between has the message again.
 */
final class SettlePair {
  private final PairClaims claims;
  private final PairGate gate;
  private final RetryPair again;
  private final CloseRemoval closeRemoval;
  private final Clock clock;

  SettlePair(
      PairClaims claims, PairGate gate, RetryPair again, CloseRemoval closeRemoval, Clock clock) {
    this.claims = claims;
    this.gate = gate;
    this.again = again;
    this.closeRemoval = closeRemoval;
    this.clock = clock;
  }

  /** What is told of the pair is what was written. */
  ReconcileResult settle(Attempt attempt, Ending ending, Delivery delivery) {
    return switch (ending.kind()) {
      case AS_DESIRED, LEFT, WAITS_FOR_USER, UNINSTALLED -> written(attempt, ending);
      case WITHDRAWN -> withdrawn(attempt, ending, delivery);
      case FORMER_REMOVED -> {
        // The rest of the pair is still to be reconciled: whoever asked for it is told how that
        // ends.
        ReconcileResult removed = timed(attempt, written(attempt, ending));
        again.after(Duration.ZERO, delivery, Reason.FORMER_COPY_LEFT);
        yield removed.notYet(Reason.FORMER_COPY_LEFT);
      }
      case REFUSED -> refused(attempt, ending, delivery);
      case TRY_AGAIN -> tryAgain(attempt, ending, delivery);
      case NO_ANSWER -> noAnswer(attempt, ending, delivery);
      case CLAIMED_BY_ANOTHER -> {
        written(attempt, ending);
        yield again.after(RetryPair.A_MOMENT, delivery, Reason.CLAIMED);
      }
      case TURNED_AWAY -> {
        written(attempt, ending);
        yield gate.turnedAway(ending.trouble().orElseThrow(), delivery);
      }
    };
  }

  /** What the pair's row says after each ending, and which claim is left in it. */
  private static UnaryOperator<Pair> row(Attempt attempt, Ending ending) {
    String hash = attempt.planned().contentHash();
    OpenWrites open = attempt.open();
    return switch (ending.kind()) {
      case AS_DESIRED ->
          pair ->
              pair.linkedTo(ending.link().orElseThrow())
                  .finished(hash, ending.outcome(), ending.why())
                  .leaving(open.besideTheCopy());
      case LEFT ->
          pair -> pair.finished(hash, ending.outcome(), ending.why()).leaving(open.stillToCome());
      case WAITS_FOR_USER ->
          pair -> pair.givenUp(ending.outcome(), ending.why()).leaving(open.stillToCome());
      case REFUSED ->
          pair -> pair.finished(hash, ending.outcome(), ending.why()).leaving(open.leftover());
      case WITHDRAWN ->
          pair -> pair.begunAnew().withFormer(pair.former()).leaving(open.stillToBeFound());
      // The request may be under way still: the claim runs out by itself.
      case NO_ANSWER -> pair -> pair.leaving(pair.claim().map(open::runningOut));
      case FORMER_REMOVED, TRY_AGAIN, CLAIMED_BY_ANOTHER, TURNED_AWAY, UNINSTALLED ->
          pair -> pair.leaving(open.leftover());
    };
  }

  private ReconcileResult written(Attempt attempt, Ending ending) {
    claims.settle(attempt.claimed(), row(attempt, ending));
    return ReconcileResult.ended(ending.outcome(), ending.why());
  }

  /** Where a copy may be left, in a former mailbox that refused, the pair and its removal stay. */
  private ReconcileResult withdrawn(Attempt attempt, Ending ending, Delivery delivery) {
    boolean mayLeaveCopy = attempt.mayLeaveCopy();
    if (mayLeaveCopy) {
      written(attempt, ending);
    } else {
      claims.forget(attempt.claimed());
    }
    ReconcileResult result = timed(attempt, ReconcileResult.ended(ending.outcome()));
    if (mayLeaveCopy) {
      closeRemoval.tell(attempt.planned(), delivery.message(), result);
    } else {
      closeRemoval.of(attempt.planned(), delivery.message(), result);
    }
    return result;
  }

  private ReconcileResult timed(Attempt attempt, ReconcileResult result) {
    return attempt
        .planned()
        .removal()
        .filter(removal -> result.outcome() == Outcome.REMOVED)
        .map(removal -> result.removedAfter(removal.since(), clock.instant()))
        .orElse(result);
  }

  /**
   * The pair is as good as done until its contact changes, its user asks, or the time comes to try
   * again (R19). That time is written first: whoever is killed in between has the message again.
   */
  private ReconcileResult refused(Attempt attempt, Ending ending, Delivery delivery) {
    Why why = ending.why().orElseThrow();
    if (gate.isMailboxs(why, delivery)) {
      giveBack(attempt);
      return gate.parkedRefusing(delivery, why);
    }
    Pair pair = attempt.pair();
    again.refused(pair.id(), pair.isFor(Reason.REFUSED) && !pair.open());
    return written(attempt, ending);
  }

  private ReconcileResult tryAgain(Attempt attempt, Ending ending, Delivery delivery) {
    Reason why = ending.why().orElseThrow().reason();
    if (again.wasLast(delivery)) {
      return giveUp(attempt, delivery, why);
    }
    giveBack(attempt);
    return again.counted(again.backOff(delivery), delivery, why);
  }

  private ReconcileResult noAnswer(Attempt attempt, Ending ending, Delivery delivery) {
    if (again.wasLast(delivery)) {
      return giveUp(attempt, delivery, Reason.NO_ANSWER);
    }
    Duration delay = asked(ending.trouble()).orElse(again.backOff(delivery));
    if (!attempt.open().sentAny()) {
      giveBack(attempt);
      return again.counted(delay, delivery, Reason.NO_ANSWER);
    }
    written(attempt, ending);
    Duration claimed = attempt.pair().claim().map(again::untilEnd).orElse(delay);
    Duration longer = claimed.compareTo(delay) > 0 ? claimed : delay;
    return again.counted(longer, delivery, Reason.OUTCOME_UNKNOWN);
  }

  private static Optional<Duration> asked(Optional<MailboxTrouble> trouble) {
    return trouble.flatMap(
        said -> said instanceof MailboxBusy busy ? busy.retryAfter() : Optional.empty());
  }

  /** Gives the claim back; if a request was sent that may have been carried out, as a lost one. */
  private void giveBack(Attempt attempt) {
    claims.settle(attempt.claimed(), pair -> pair.leaving(attempt.open().leftover()));
  }

  private ReconcileResult giveUp(Attempt attempt, Delivery delivery, Reason reason) {
    Optional<Why> why = Optional.of(Why.of(reason));
    claims.settle(
        attempt.claimed(),
        pair -> pair.givenUp(Outcome.FAILED, why).leaving(attempt.open().leftover()));
    again.nextNight(delivery.pair());
    return ReconcileResult.ended(Outcome.FAILED, why);
  }
}
