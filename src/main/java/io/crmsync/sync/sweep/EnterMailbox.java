package io.crmsync.sync.sweep;

import io.crmsync.domain.contact.UserId;
import io.crmsync.domain.reason.Reason;
import io.crmsync.domain.reason.Why;
import io.crmsync.domain.run.RunCounts;
import io.crmsync.sync.mailbox.Entry;
import io.crmsync.sync.mailbox.EntryResult;
import io.crmsync.sync.mailbox.MailboxGate;
import io.crmsync.sync.mailbox.MailboxSession;
import io.crmsync.sync.mailbox.Parking;
import io.crmsync.sync.mailbox.ResolveMailbox;
import io.crmsync.sync.mailbox.VisitResult;
import java.time.Duration;
import java.util.function.Function;

/**
 * Lets a run into a user's mailbox, by the rules that every attempt at a pair keeps: one that is
 * named twice or parked is left alone, one that was reassigned is visited as its new user's, one
 * that is throttled is waited for, one that is closed is parked (R22).
 */
final class EnterMailbox {
  private static final Duration A_MOMENT = Duration.ofSeconds(5);
  private static final Duration A_MINUTE = Duration.ofMinutes(1);

  private final MailboxGate gate;
  private final ResolveMailbox resolve;
  private final Parking parking;

  EnterMailbox(MailboxGate gate, ResolveMailbox resolve, Parking parking) {
    this.gate = gate;
    this.resolve = resolve;
    this.parking = parking;
  }

  /** Does something in the mailbox, if it may be entered now. */
  VisitResult of(UserId user, Function<MailboxSession, VisitResult> work) {
    EntryResult<VisitResult> entered =
        gate.enter(
            user,
            Entry.RUN,
            met -> resolve.reassigned(met) ? VisitResult.done(RunCounts.NONE) : work.apply(met));
    if (entered.wasParked()) {
      parking.end(user);
    }
    return switch (entered.kind()) {
      case ENTERED -> entered.answer().orElseThrow();
      case PARKED, CLOSED, REFUSED, BECAME_ANOTHER -> VisitResult.unreachable();
      case NO_SLOT -> VisitResult.noSlot(A_MOMENT);
      case WAIT -> waiting(entered.why().orElseThrow(), entered.pause().orElse(A_MINUTE));
    };
  }

  /** A mailbox on its way to another server may be so for hours: nobody waits for it. */
  private static VisitResult waiting(Why why, Duration wait) {
    return why.is(Reason.MAILBOX_MOVING) ? VisitResult.unreachable() : VisitResult.later(wait);
  }
}
