package io.crmsync.sync.dryrun;

import io.crmsync.domain.audience.Entitlement;
import io.crmsync.domain.base.EmailHash;
import io.crmsync.domain.contact.Field;
import io.crmsync.domain.contact.FieldValues;
import io.crmsync.domain.pair.Pair;
import io.crmsync.domain.plan.Effect;
import io.crmsync.domain.plan.Forecast;
import io.crmsync.domain.plan.Plan;
import io.crmsync.domain.reason.Reason;
import io.crmsync.domain.reason.Why;
import io.crmsync.domain.removal.OpenRemoval;
import io.crmsync.domain.removal.OpenRemoval.State;
import io.crmsync.domain.snapshot.StoredContact;
import io.crmsync.sync.pair.PlannedPair;
import io.crmsync.sync.port.ReportedPair;
import io.crmsync.sync.port.ReportedPair.ToSettle;
import io.crmsync.sync.preview.PlanPairs;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a report says of a pair: the forecast of the plan that a run would make. */
final class PairReport {
  private final PlanPairs plans;

  PairReport(PlanPairs plans) {
    this.plans = plans;
  }

  /**
   * The row of a pair that a run would reconcile.
   *
   * @param contact the row as it would be
   * @param removal as it would be before the guard: one that waits counts as released
   * @return empty: there would be nothing to do
   */
  Optional<ReportedPair> of(
      Pair stored, StoredContact contact, Entitlement entitlement, Optional<OpenRemoval> removal) {
    boolean waits = removal.filter(PairReport::waits).isPresent();
    Optional<OpenRemoval> released =
        removal.map(open -> waits ? open.in(State.RELEASED, open.run()) : open);
    PlannedPair found = plans.of(stored, contact, entitlement, released);
    if (found.plan().action() != Plan.Action.REMOVE_FORMER) {
      return of(found, waits);
    }
    Pair left = found.pair().withFormer(List.of());
    Optional<Reason> moved = Optional.of(Reason.MAILBOX_CHANGED);
    return Optional.of(
        of(plans.of(left, contact, entitlement, Optional.empty()), waits)
            .map(rest -> rest.as(rest.action(), rest.fields(), moved.map(Why::of)))
            .orElse(nothing(found, moved, waits)));
  }

  /** Of a removal whose contact's record cannot be read: that it waits is all that is known. */
  static ReportedPair unread(OpenRemoval removal) {
    return new ReportedPair(
        removal.pair(),
        Effect.REMOVE,
        Set.of(),
        Optional.of(Why.of(removal.why())),
        true,
        Optional.of(new ToSettle(Forecast.Question.ANYTHING_TO_REMOVE, "", Set.of())));
  }

  /** Proposed, or held by an earlier run: the next guard judges it. */
  static boolean waits(OpenRemoval removal) {
    return removal.state() == State.OPEN || removal.state() == State.HELD;
  }

  private static Optional<ReportedPair> of(PlannedPair found, boolean waits) {
    Forecast forecast = found.forecast();
    if (!forecast.isNothing()) {
      return Optional.of(row(found, forecast, waits));
    }
    // Nothing is there of a copy that was to leave: the guard counts it all the same.
    return waits && found.excluded()
        ? Optional.of(nothing(found, found.removal().map(OpenRemoval::why), true))
        : Optional.empty();
  }

  private static ReportedPair row(PlannedPair found, Forecast forecast, boolean waits) {
    FieldValues desired = found.desired().fields();
    String email = EmailHash.of(found.user(), desired.get(Field.EMAIL));
    return new ReportedPair(
        found.id(),
        forecast.effect(),
        forecast.fields(),
        forecast.why().map(Why::of),
        waits,
        forecast.question().map(asked -> new ToSettle(asked, email, desired.filled())));
  }

  private static ReportedPair nothing(PlannedPair found, Optional<Reason> why, boolean removal) {
    return new ReportedPair(
        found.id(), Effect.NONE, Set.of(), why.map(Why::of), removal, Optional.empty());
  }
}
