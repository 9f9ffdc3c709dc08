package io.crmsync.sync;

import io.crmsync.domain.plan.Claim;
import io.crmsync.domain.plan.Outcome;
import io.crmsync.domain.plan.Pair;
import io.crmsync.domain.plan.Plan;
import io.crmsync.sync.port.JobQueue;
import io.crmsync.sync.port.JobQueue.Lane;
import io.crmsync.sync.port.PairMessage;
import io.crmsync.sync.port.PairMessage.Check;
import io.crmsync.sync.port.PairStore;
import io.crmsync.sync.port.StaleWrite;
import io.crmsync.sync.port.Versioned;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Brings one contact into one user's mailbox: read what is wanted and what was last written,
 * decide, close the difference. A message never says what to do, so that repeated, reordered and
 * late ones are harmless (R19).
 */
public final class SyncContact {
  private static final Duration A_MOMENT = Duration.ofSeconds(5);
  private static final Duration SECOND_LOOK = Duration.ofMinutes(10);

  /** The reason of a look after the app was told to leave the mailboxes. */
  static final String UNINSTALLED = "uninstalled";

  private final Departure departure;
  private final PairStore pairs;
  private final PairFacts facts;
  private final MailboxAccess access;
  private final PairClaims claims;
  private final CarryOut carryOut;
  private final CloseRemoval closeRemoval;
  private final LookResults results;
  private final JobQueue queue;
  private final Clock clock;

  SyncContact(
      Departure departure,
      PairStore pairs,
      PairFacts facts,
      MailboxAccess access,
      PairClaims claims,
      CarryOut carryOut,
      CloseRemoval closeRemoval,
      LookResults results,
      JobQueue queue,
      Clock clock) {
    this.departure = departure;
    this.pairs = pairs;
    this.facts = facts;
    this.access = access;
    this.claims = claims;
    this.carryOut = carryOut;
    this.closeRemoval = closeRemoval;
    this.results = results;
    this.queue = queue;
    this.clock = clock;
  }

  /**
   * Looks at the pair that the message names.
   *
   * @param lane the queue it came from; on {@link Lane#NOW} a parked mailbox is tried at once (R22)
   */
  public Look look(PairMessage message, Lane lane) {
    Look look;
    try {
      look = departure.made() ? Look.ended(Outcome.SKIPPED, UNINSTALLED) : decide(message, lane);
    } catch (StaleWrite e) {
      queue.sendPair(message, lane, A_MOMENT);
      return Look.later("changedMeanwhile");
    }
    results.record(message, look);
    return look;
  }

  private Look decide(PairMessage message, Lane lane) {
    Instant now = clock.instant();
    Versioned<Pair> stored = pairs.find(message.user(), message.contact());
    if (stored.value().claim().filter(claim -> claim.live(now)).isPresent()) {
      return waitFor(stored.value().claim().get(), message, lane, now);
    }
    if (message.check() == Check.MAILBOX) {
      return access.with(
          message.checking(Check.PAIR), lane, session -> Look.ended(Outcome.UNCHANGED));
    }
    PlannedPair found = facts.of(stored.value());
    Versioned<Pair> pair = stored.with(found.pair());
    Plan plan = found.plan();
    return switch (plan.action()) {
      case SKIP -> settled(pair, found, Outcome.SKIPPED, plan.reason());
      case FORGET -> forget(pair, found, message);
      case NOTHING ->
          message.check() == Check.SECOND_COPY
              ? inMailbox(pair, found, message, lane)
              : settled(pair, found, Outcome.UNCHANGED, "");
      case FIRST_WRITE, FIND_MARKED, UPDATE, ENSURE_PRESENT, REMOVE, REMOVE_FORMER ->
          inMailbox(pair, found, message, lane);
    };
  }

  private Look waitFor(Claim claim, PairMessage message, Lane lane, Instant now) {
    Duration rest = Duration.between(now, claim.until()).plusSeconds(1);
    boolean someoneWaits = lane == Lane.NOW && rest.compareTo(A_MOMENT) > 0;
    queue.sendPair(message, lane, someoneWaits ? A_MOMENT : rest);
    return Look.later("claimed");
  }

  /**
   * Nothing to be done in the mailbox; written down once, so that a repeated message costs nothing.
   */
  private Look settled(
      Versioned<Pair> pair, PlannedPair found, Outcome outcome, String reason) {
    if (plainlyWritten(pair.value(), found, outcome, reason)) {
      return Look.ended(outcome, reason);
    }
    boolean leftOpen = staysOpen(found, pair.value());
    Pair next =
        leftOpen
            ? pair.value().givenUp(outcome, reason)
            : pair.value().finished(found.contentHash(), outcome, reason);
    pairs.write(pair.with(next));
    return Look.ended(outcome, reason);
  }

  private static boolean plainlyWritten(
      Pair pair, PlannedPair found, Outcome outcome, String reason) {
    boolean asWanted = !pair.open() && pair.done().equals(found.contentHash()) && !pair.asked();
    if (pair.claim().isPresent() && pair.link().isEmpty()) {
      return true; // a lost create is still to be looked for: its claim must stay
    }
    boolean saysSo = pair.reason().equals(reason) && pair.outcome().isPresent();
    boolean skippedBefore = pair.outcome().filter(outcome::equals).isPresent();
    return saysSo && (staysOpen(found, pair) ? skippedBefore : asWanted);
  }

  /** A removal that waits for its release, or a pair that waits for its user. */
  private static boolean staysOpen(PlannedPair found, Pair pair) {
    return found.excluded() || pair.waitsForUser();
  }

  /**
   * There is no copy. Where one was to go, and nothing is left of the pair, whoever removed it was
   * killed before it could tell the request.
   */
  private Look forget(Versioned<Pair> pair, PlannedPair found, PairMessage message) {
    boolean removed = pair.version().absent() && found.released();
    Look look = Look.ended(removed ? Outcome.REMOVED : Outcome.UNCHANGED);
    if (!pair.version().absent()) {
      pairs.delete(pair);
    }
    closeRemoval.of(found, message, look);
    return look;
  }

  private Look inMailbox(
      Versioned<Pair> pair, PlannedPair found, PairMessage message, Lane lane) {
    return access.with(
        message,
        lane,
        session -> {
          PairWork work = new PairWork(claims, session, found.desired(), pair, clock.instant());
          return access.guarded(
              work,
              message,
              lane,
              () -> {
                if (work.takenOver() && mayCreate(found.plan())) {
                  lookForSecondCopy(message, lane);
                }
                Look look = carryOut.now(work, found.plan(), message.check());
                afterwards(found, message, lane, look);
                return timed(found, look);
              });
        });
  }

  private static boolean mayCreate(Plan plan) {
    return switch (plan.action()) {
      case FIRST_WRITE, UPDATE, ENSURE_PRESENT -> true;
      case NOTHING, SKIP, FIND_MARKED, REMOVE, REMOVE_FORMER, FORGET -> false;
    };
  }

  /**
   * The create of the worker whose claim was taken over may come true after the search for it. Sent
   * before anything else is done: whoever is killed later must not cost the second look.
   */
  private void lookForSecondCopy(PairMessage message, Lane lane) {
    queue.sendPair(message.checking(Check.SECOND_COPY), lane, SECOND_LOOK);
  }

  private Look timed(PlannedPair found, Look look) {
    return found
        .removal()
        .filter(removal -> look.ended() && look.outcome() == Outcome.REMOVED)
        .map(removal -> look.removedAfter(removal.since(), clock.instant()))
        .orElse(look);
  }

  private void afterwards(PlannedPair found, PairMessage message, Lane lane, Look look) {
    Plan.Action action = found.plan().action();
    if (action == Plan.Action.REMOVE || action == Plan.Action.REMOVE_FORMER) {
      closeRemoval.of(found, message, look);
    }
    if (action == Plan.Action.REMOVE_FORMER) {
      queue.sendPair(message, lane, Duration.ZERO); // the rest of the pair is still to be looked at
    }
  }
}
