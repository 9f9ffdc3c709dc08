package io.crmsync.sync.dryrun;

import io.crmsync.domain.audience.Entitlement;
import io.crmsync.domain.base.EmailHash;
import io.crmsync.domain.contact.Field;
import io.crmsync.domain.pair.Pair;
import io.crmsync.domain.plan.Plan;
import io.crmsync.domain.reason.Reason;
import io.crmsync.domain.reason.Why;
import io.crmsync.domain.removal.OpenRemoval;
import io.crmsync.domain.removal.OpenRemoval.State;
import io.crmsync.domain.snapshot.StoredContact;
import io.crmsync.sync.pair.PlannedPair;
import io.crmsync.sync.port.ReportedPair;
import io.crmsync.sync.port.ReportedPair.Effect;
import io.crmsync.sync.port.ReportedPair.ToSettle;
import io.crmsync.sync.preview.Forecast;
import io.crmsync.sync.preview.PlanPairs;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Puts the plan that a run would make for a pair into the words of a report. */
final class PairReport {
  private final PlanPairs plans;

  PairReport(PlanPairs plans) {
    this.plans = plans;
  }

  /**
   * Of a pair that a run would look at.
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
    return Optional.of(
        of(plans.of(left, contact, entitlement, Optional.empty()), waits)
            .map(rest -> rest.as(rest.action(), rest.fields(), why(Reason.MAILBOX_CHANGED)))
            .orElse(row(found, Effect.NONE, Set.of(), why(Reason.MAILBOX_CHANGED), waits)));
  }

  /** Of a removal whose contact's record cannot be read: that it waits is all that is known. */
  static ReportedPair unread(OpenRemoval removal) {
    return new ReportedPair(
        removal.pair(),
        Effect.REMOVE,
        Set.of(),
        why(removal.why()),
        true,
        Optional.of(new ToSettle(Plan.Action.REMOVE, "", Set.of())));
  }

  /** Proposed, or held by an earlier run: the next guard judges it. */
  static boolean waits(OpenRemoval removal) {
    return removal.state() == State.OPEN || removal.state() == State.HELD;
  }

  private static Optional<ReportedPair> of(PlannedPair found, boolean waits) {
    Plan plan = found.plan();
    Set<Field> all = found.desired().fields().filled();
    return switch (plan.action()) {
      case NOTHING -> Optional.empty();
      case SKIP ->
          Optional.of(row(found, Effect.NONE, Set.of(), plan.reason().map(Why::of), waits));
      case FIRST_WRITE -> Optional.of(open(found, Effect.CREATE, all, Optional.empty(), waits));
      case FIND_MARKED ->
          Optional.of(open(found, Effect.NONE, Set.of(), why(Reason.WAITS_FOR_USER), waits));
      case UPDATE ->
          Optional.of(open(found, Effect.UPDATE, Forecast.changed(plan), Optional.empty(), waits));
      // Whether it is there only the mailbox can say.
      case ENSURE_PRESENT ->
          Optional.of(open(found, Effect.NONE, Set.of(), why(Reason.ASKED), waits));
      case REMOVE ->
          Optional.of(open(found, Effect.REMOVE, Set.of(), plan.reason().map(Why::of), waits));
      case FORGET -> waits ? Optional.of(nothingThere(found)) : Optional.empty();
      case REMOVE_FORMER ->
          throw new IllegalStateException("former copies were taken out: " + found.contact());
    };
  }

  private static ReportedPair nothingThere(PlannedPair found) {
    Optional<Why> why = found.removal().map(OpenRemoval::why).map(Why::of);
    return row(found, Effect.NONE, Set.of(), why, true);
  }

  private static Optional<Why> why(Reason reason) {
    return Optional.of(Why.of(reason));
  }

  private static ReportedPair row(
      PlannedPair found, Effect action, Set<Field> fields, Optional<Why> why, boolean removal) {
    return new ReportedPair(found.id(), action, fields, why, removal, Optional.empty());
  }

  private static ReportedPair open(
      PlannedPair found, Effect action, Set<Field> fields, Optional<Why> why, boolean removal) {
    String email = EmailHash.of(found.user(), found.desired().fields().get(Field.EMAIL));
    ToSettle toSettle =
        new ToSettle(found.plan().action(), email, found.desired().fields().filled());
    return new ReportedPair(found.id(), action, fields, why, removal, Optional.of(toSettle));
  }
}
