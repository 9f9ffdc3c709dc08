package io.crmsync.sync.pair;

import io.crmsync.domain.pair.Claim;
import io.crmsync.domain.pair.Outcome;
import io.crmsync.domain.pair.Pair;
import io.crmsync.domain.reason.Reason;
import io.crmsync.domain.reason.Why;
import io.crmsync.domain.version.Versioned;
import io.crmsync.sync.mailbox.EntryResult;
import io.crmsync.sync.mailbox.MailboxSession;
import io.crmsync.sync.mailbox.OpenMailbox;
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
 * Brings one contact into one user's mailbox: read what is wanted and what was last written, plan,
 * claim the pair, apply the plan, settle what came of it. A message never says what to do, so that
 * repeated, reordered and late ones are harmless (R19).
 */
public final class ReconcilePair {
  /** By then it is due: {@link Claim#recheckDue}. */
  private static final Duration RECHECK_AFTER = Duration.ofMinutes(10);

  private final UninstallSwitch uninstall;
  private final PairStore pairs;
  private final ReadPair read;
  private final ProposeRemoval propose;
  private final RevokeAudience revoke;
  private final SkipPair skip;
  private final CheckMailbox check;
  private final PairGate gate;
  private final PairClaims claims;
  private final ApplyPlan plan;
  private final SettlePair settle;
  private final RetryPair again;
  private final RequestResults results;
  private final Clock clock;

  ReconcilePair(
      UninstallSwitch uninstall,
      PairStore pairs,
      ReadPair read,
      ProposeRemoval propose,
      RevokeAudience revoke,
      SkipPair skip,
      CheckMailbox check,
      PairGate gate,
      PairClaims claims,
      ApplyPlan plan,
      SettlePair settle,
      RetryPair again,
      RequestResults results,
      Clock clock) {
    this.uninstall = uninstall;
    this.pairs = pairs;
    this.read = read;
    this.propose = propose;
    this.revoke = revoke;
    this.skip = skip;
    this.check = check;
    this.gate = gate;
    this.claims = claims;
    this.plan = plan;
    this.settle = settle;
    this.again = again;
    this.results = results;
    this.clock = clock;
  }

  /**
   * Reconciles the pair that the message names.
   *
   * @param lane the queue it came from; on {@link Lane#NOW} a parked mailbox is tried at once (R22)
   */
  public ReconcileResult reconcile(PairMessage message, Lane lane) {
    Delivery delivery = new Delivery(message, lane);
    ReconcileResult result;
    try {
      result = once(delivery);
    } catch (StaleWrite e) {
      return again.after(RetryPair.A_MOMENT, delivery, Reason.CHANGED_MEANWHILE);
    }
    results.record(message, result);
    return result;
  }

  private ReconcileResult once(Delivery delivery) {
    if (uninstall.made()) {
      return ReconcileResult.ended(Outcome.SKIPPED, Why.of(Reason.UNINSTALLED));
    }
    if (delivery.message().check() == Check.FOLDERS) {
      return check.folders(delivery);
    }
    Versioned<Pair> stored = pairs.find(delivery.pair());
    Instant now = clock.instant();
    Optional<Claim> claim = stored.value().claim();
    if (claim.filter(held -> held.live(now)).isPresent()) {
      return again.whenFree(claim.get(), delivery);
    }

    PairFacts facts = read.of(stored.value());
    propose.unlessProposed(facts);
    revoke.ifExcluded(facts);
    PlannedPair planned = facts.planned();
    Versioned<Pair> pair = stored.with(planned.pair());
    boolean recheck = claim.filter(lost -> lost.recheckDue(now)).isPresent();
    if (planned.plan().entersMailbox() || (planned.plan().isNothing() && recheck)) {
      return inMailbox(pair, planned, delivery);
    }
    return delivery.message().check() == Check.MAILBOX
        ? check.entered(delivery)
        : skip.skip(pair, planned, delivery.message());
  }

  private ReconcileResult inMailbox(Versioned<Pair> pair, PlannedPair planned, Delivery delivery) {
    EntryResult<OpenMailbox> entered = gate.enter(delivery);
    ReconcileResult result;
    if (entered.answer().isEmpty()) {
      result = gate.turnedAway(entered, delivery);
    } else {
      try (OpenMailbox mailbox = entered.answer().get()) {
        result = attempted(pair, planned, mailbox.session(), delivery);
      }
      gate.left(delivery, result, entered.wasParked());
    }
    if (result.isParked() && pair.value().unknownWrites().creatingSince().isPresent()) {
      // Such a pair need not be open, and only open ones are woken with their mailbox.
      again.nextNight(delivery.pair());
    }
    return result;
  }

  private ReconcileResult attempted(
      Versioned<Pair> pair, PlannedPair planned, MailboxSession session, Delivery delivery) {
    if (!session.state().seen(pair.value()).equals(pair.value())) {
      return again.after(Duration.ZERO, delivery, Reason.MAILBOX_CHANGED);
    }
    Attempt attempt = claims.begin(pair, planned, session, delivery.urgent());
    if (uninstall.made()) {
      // Asked again under the claim: an uninstall waits for claims, and for nothing else.
      return settle.settle(attempt, Ending.uninstalled(), delivery);
    }
    if (attempt.mayEndLostCreate()) {
      // Before anything else is done: whoever is killed later must not cost the recheck.
      again.also(Check.SECOND_COPY, delivery, RECHECK_AFTER);
    }
    return settle.settle(attempt, plan.apply(attempt), delivery);
  }
}
