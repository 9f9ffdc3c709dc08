package io.crmsync.sync.pair;

import io.crmsync.domain.pair.Claim;
import io.crmsync.domain.pair.Outcome;
import io.crmsync.domain.pair.Pair;
import io.crmsync.domain.plan.Plan;
import io.crmsync.domain.reason.Reason;
import io.crmsync.domain.reason.Why;
import io.crmsync.domain.version.Versioned;
import io.crmsync.sync.port.JobQueue;
import io.crmsync.sync.port.JobQueue.Lane;
import io.crmsync.sync.port.PairMessage;
import io.crmsync.sync.port.PairMessage.Check;
import io.crmsync.sync.port.PairStore;
import io.crmsync.sync.port.StaleWrite;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Brings one contact into one user's mailbox: read what is wanted and what was last written,
 * decide, close the difference. A message never says what to do, so that repeated, reordered and
 * late ones are harmless (R19).
 */
public final class ReconcilePair {
  private static final Duration A_MOMENT = Duration.ofSeconds(5);

  private final UninstallSwitch uninstall;
  private final PairStore pairs;
  private final PairFacts facts;
  private final SettlePair settle;
  private final WorkInMailbox mailbox;
  private final ReconciledPairs results;
  private final JobQueue queue;
  private final Clock clock;

  ReconcilePair(
      UninstallSwitch uninstall,
      PairStore pairs,
      PairFacts facts,
      SettlePair settle,
      WorkInMailbox mailbox,
      ReconciledPairs results,
      JobQueue queue,
      Clock clock) {
    this.uninstall = uninstall;
    this.pairs = pairs;
    this.facts = facts;
    this.settle = settle;
    this.mailbox = mailbox;
    this.results = results;
    this.queue = queue;
    this.clock = clock;
  }

  /**
   * Looks at the pair that the message names.
   *
   * @param lane the queue it came from; on {@link Lane#NOW} a parked mailbox is tried at once (R22)
   */
  public Reconciled look(PairMessage message, Lane lane) {
    Reconciled look;
    try {
      look =
          uninstall.made()
              ? Reconciled.ended(Outcome.SKIPPED, Why.of(Reason.UNINSTALLED))
              : decide(message, lane);
    } catch (StaleWrite e) {
      queue.sendPair(message, lane, A_MOMENT);
      return Reconciled.later(Reason.CHANGED_MEANWHILE);
    }
    results.record(message, look);
    return look;
  }

  private Reconciled decide(PairMessage message, Lane lane) {
    if (message.check() == Check.FOLDERS) {
      return mailbox.confirmFolders(message, lane);
    }
    Instant now = clock.instant();
    Versioned<Pair> stored = pairs.find(message.pair());
    if (stored.value().claim().filter(claim -> claim.live(now)).isPresent()) {
      return waitFor(stored.value().claim().get(), message, lane, now);
    }
    PlannedPair found = facts.of(stored.value());
    if (message.check() == Check.MAILBOX && !found.plan().entersMailbox()) {
      return mailbox.tryDoor(message, lane);
    }
    Versioned<Pair> pair = stored.with(found.pair());
    Plan plan = found.plan();
    return switch (plan.action()) {
      case SKIP -> settle.settled(pair, found, Outcome.SKIPPED, plan.reason().map(Why::of));
      case FORGET -> settle.forget(pair, found, message);
      case NOTHING ->
          pair.value().claim().filter(claim -> claim.secondLookDue(now)).isPresent()
              ? mailbox.carryOut(pair, found, message, lane)
              : settle.settled(pair, found, Outcome.UNCHANGED, Optional.empty());
      case FIRST_WRITE, FIND_MARKED, UPDATE, ENSURE_PRESENT, REMOVE, REMOVE_FORMER ->
          mailbox.carryOut(pair, found, message, lane);
    };
  }

  private Reconciled waitFor(Claim claim, PairMessage message, Lane lane, Instant now) {
    Duration rest = Duration.between(now, claim.until()).plusSeconds(1);
    boolean someoneWaits = lane == Lane.NOW && rest.compareTo(A_MOMENT) > 0;
    queue.sendPair(message, lane, someoneWaits ? A_MOMENT : rest);
    return Reconciled.later(Reason.CLAIMED);
  }
}
