package io.crmsync.sync.pair;

import io.crmsync.domain.pair.Outcome;
import io.crmsync.domain.pair.Pair;
import io.crmsync.domain.plan.Plan;
import io.crmsync.domain.reason.Reason;
import io.crmsync.domain.reason.Why;
import io.crmsync.domain.version.Versioned;
import io.crmsync.sync.mailbox.ConfirmFolders;
import io.crmsync.sync.port.JobQueue;
import io.crmsync.sync.port.JobQueue.Lane;
import io.crmsync.sync.port.PairMessage;
import io.crmsync.sync.port.PairMessage.Check;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * Carries out a pair's plan in the user's mailbox, behind its door and under the pair's claim, and
 * sends what is to be looked at afterwards.
 */
final class WorkInMailbox {
  /** By then it is due: {@link io.crmsync.domain.pair.Claim#secondLookDue}. */
  private static final Duration SECOND_LOOK = Duration.ofMinutes(10);

  private final UninstallSwitch uninstall;
  private final MailboxAccess access;
  private final PairClaims claims;
  private final ConfirmFolders confirm;
  private final CarryOut carryOut;
  private final CloseRemoval closeRemoval;
  private final PairEnding ending;
  private final JobQueue queue;
  private final Clock clock;

  WorkInMailbox(
      UninstallSwitch uninstall,
      MailboxAccess access,
      PairClaims claims,
      ConfirmFolders confirm,
      CarryOut carryOut,
      CloseRemoval closeRemoval,
      PairEnding ending,
      JobQueue queue,
      Clock clock) {
    this.uninstall = uninstall;
    this.access = access;
    this.claims = claims;
    this.confirm = confirm;
    this.carryOut = carryOut;
    this.closeRemoval = closeRemoval;
    this.ending = ending;
    this.queue = queue;
    this.clock = clock;
  }

  /** Only finds out whether the mailbox can be entered; one that is parked is asked. */
  Reconciled tryDoor(PairMessage message, Lane lane) {
    return access.with(message, lane, session -> Reconciled.ended(Outcome.UNCHANGED));
  }

  /** Only finds out whether the folders are there in which copies were written on trust. */
  Reconciled confirmFolders(PairMessage message, Lane lane) {
    return access.with(
        message,
        lane,
        session -> {
          Optional<Duration> wait = confirm.in(session);
          wait.ifPresent(delay -> queue.sendPair(message, lane, delay));
          return wait.isPresent()
              ? Reconciled.later(Reason.FOLDERS_TRUSTED)
              : Reconciled.ended(Outcome.UNCHANGED);
        });
  }

  /** Carries the plan out, or says when to come again: {@link MailboxAccess}. */
  Reconciled carryOut(Versioned<Pair> pair, PlannedPair found, PairMessage message, Lane lane) {
    Reconciled look = inMailbox(pair, found, message, lane);
    boolean parked = look.ended() && look.outcome() == Outcome.PARKED;
    if (parked && pair.value().unknownWrites().creatingSince().isPresent()) {
      // Such a pair need not be open, and only open ones are woken with their mailbox.
      ending.retryNextNight(found.id());
    }
    return look;
  }

  private Reconciled inMailbox(
      Versioned<Pair> pair, PlannedPair found, PairMessage message, Lane lane) {
    return access.with(
        message,
        lane,
        session -> {
          if (!session.state().seen(found.pair()).equals(found.pair())) {
            return plannedElsewhere(message, lane);
          }
          PairWork work = new PairWork(claims, session, found, pair, clock.instant());
          return access.guarded(
              work,
              message,
              lane,
              () -> uninstall.made() ? uninstalled(work) : claimed(work, found, message, lane));
        });
  }

  /** Asked again under the claim: an uninstall waits for claims, and for nothing else. */
  private Reconciled uninstalled(PairWork work) {
    ending.release(work);
    return Reconciled.ended(Outcome.SKIPPED, Why.of(Reason.UNINSTALLED));
  }

  private Reconciled claimed(PairWork work, PlannedPair found, PairMessage message, Lane lane) {
    if (lane == Lane.NOW || work.pair().asked()) {
      carryOut.believeNothing(work);
    }
    if (work.open().createMayShow() && mayEndIt(found.plan())) {
      lookForSecondCopy(message, lane);
    }
    Reconciled look = carryOut.now(work, found.plan());
    return afterwards(work, found, message, lane, timed(found, look));
  }

  /** The user's mailbox became another since the plan was made. */
  private Reconciled plannedElsewhere(PairMessage message, Lane lane) {
    queue.sendPair(message, lane, Duration.ZERO);
    return Reconciled.later(Reason.MAILBOX_CHANGED);
  }

  /** Whether the look may end what its lost claim was left for. */
  private static boolean mayEndIt(Plan plan) {
    return switch (plan.action()) {
      case FIRST_WRITE, FIND_MARKED, UPDATE, ENSURE_PRESENT, REMOVE -> true;
      case NOTHING, SKIP, REMOVE_FORMER, FORGET -> false;
    };
  }

  /**
   * The create of the worker whose claim was taken over may come true after the search for it. Sent
   * before anything else is done: whoever is killed later must not cost the second look.
   */
  private void lookForSecondCopy(PairMessage message, Lane lane) {
    queue.sendPair(message.checking(Check.SECOND_COPY), lane, SECOND_LOOK);
  }

  private Reconciled timed(PlannedPair found, Reconciled look) {
    return found
        .removal()
        .filter(removal -> look.ended() && look.outcome() == Outcome.REMOVED)
        .map(removal -> look.removedAfter(removal.since(), clock.instant()))
        .orElse(look);
  }

  private Reconciled afterwards(
      PairWork work, PlannedPair found, PairMessage message, Lane lane, Reconciled look) {
    return switch (found.plan().action()) {
      case REMOVE -> {
        if (work.mayLeaveCopy()) {
          closeRemoval.tell(found, message, look);
        } else {
          closeRemoval.of(found, message, look);
        }
        yield look;
      }
      case REMOVE_FORMER -> {
        // The rest of the pair is still to be looked at: whoever asked for it is told how that
        // ends.
        queue.sendPair(message, lane, Duration.ZERO);
        yield look.notYet(Reason.FORMER_COPY_LEFT);
      }
      case NOTHING, SKIP, FIRST_WRITE, FIND_MARKED, UPDATE, ENSURE_PRESENT, FORGET -> look;
    };
  }
}
