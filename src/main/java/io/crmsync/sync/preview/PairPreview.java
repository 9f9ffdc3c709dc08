package io.crmsync.sync.preview;

import io.crmsync.domain.contact.Field;
import io.crmsync.domain.contact.FieldValues;
import io.crmsync.domain.pair.Outcome;
import io.crmsync.domain.pair.Pair;
import io.crmsync.domain.plan.Forecast;
import io.crmsync.domain.reason.Reason;
import io.crmsync.domain.reason.Why;
import io.crmsync.domain.removal.OpenRemoval;
import io.crmsync.sync.mailbox.MailboxView;
import io.crmsync.sync.pair.PlannedPair;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the page says of a pair: its forecast, as far as the mailbox is known. */
final class PairPreview {
  private record Shown(PreviewState state, List<Why> reasons, Set<Field> fields) {
    static Shown of(PreviewState state, Why... reasons) {
      return new Shown(state, List.of(reasons), Set.of());
    }
  }

  private final MailboxView mailbox;
  private final Instant now;

  /** Takes the user's mailbox, and the time, which decides whether a claim is live. */
  PairPreview(MailboxView mailbox, Instant now) {
    this.mailbox = mailbox;
    this.now = now;
  }

  /** Of one pair; empty: it is none of the user's contacts, or nothing may be said of it (R6). */
  Optional<PreviewItem> of(PlannedPair found) {
    return visible(found) && (!found.excluded() || found.pair().mayHaveCopy())
        ? Optional.of(item(found))
        : Optional.empty();
  }

  /**
   * Whether a message would do its user good: it is new or changed, or it was asked for and nobody
   * is at it, so that the message may never have been sent. One too many is harmless (R19).
   */
  boolean worthSending(PlannedPair found) {
    boolean mayBeLost = found.pair().asked() && !found.excluded() && !claimed(found.pair());
    return of(found)
        .map(PreviewItem::state)
        .filter(
            state ->
                switch (state) {
                  case NEW, UPDATE -> true;
                  case QUEUED -> mayBeLost;
                  case UP_TO_DATE,
                      NOT_ACTIONABLE,
                      REMOVED_IN_OUTLOOK,
                      REMOVAL_HELD,
                      PARKED,
                      FAILED ->
                      false;
                })
        .isPresent();
  }

  /**
   * Whether its user may know of the contact. Of one that is gone only its copies are left, and
   * what its user may no longer see.
   */
  static boolean visible(PlannedPair found) {
    boolean gone = found.entitlement().contactState().departed();
    return gone
        ? found.pair().mayHaveCopy() && !withdrawnForSecurity(found)
        : found.entitlement().mayView(found.user());
  }

  private static boolean withdrawnForSecurity(PlannedPair found) {
    return found.removal().filter(removal -> removal.why() == Reason.VIEW_SECURITY).isPresent();
  }

  /** Of a pair that a copy is to be of, or is. */
  PreviewItem item(PlannedPair found) {
    Shown verdict = found.excluded() ? leaving(found) : staying(found);
    FieldValues desired = found.desired().fields();
    Map<Field, String> changes = new EnumMap<>(Field.class);
    verdict.fields().forEach(field -> changes.put(field, desired.get(field)));
    return new PreviewItem(
        found.contact(),
        desired.get(Field.FULL_NAME),
        desired.get(Field.EMAIL),
        verdict.state(),
        changes,
        verdict.reasons());
  }

  private Shown leaving(PlannedPair found) {
    Why why = Why.of(found.exclusion().orElseThrow().reason());
    if (why.is(Reason.OUTSIDE_PILOT)) {
      return Shown.of(PreviewState.NOT_ACTIONABLE, why);
    }
    Optional<OpenRemoval.State> removal = found.removal().map(OpenRemoval::state);
    if (removal.equals(Optional.of(OpenRemoval.State.HELD))) {
      return Shown.of(PreviewState.REMOVAL_HELD, why);
    }
    if (removal.equals(Optional.of(OpenRemoval.State.DISCARDED))) {
      return Shown.of(PreviewState.REMOVAL_HELD, why, Why.of(Reason.DISCARDED));
    }
    return mailbox
        .parked()
        .map(parked -> Shown.of(PreviewState.PARKED, parked, why))
        .orElse(Shown.of(PreviewState.QUEUED, why));
  }

  private Shown staying(PlannedPair found) {
    Forecast forecast = found.forecast();
    Set<Field> all = found.desired().fields().filled();
    return switch (forecast.effect()) {
      case CREATE -> written(found, PreviewState.NEW, all);
      case UPDATE ->
          written(
              found, PreviewState.UPDATE, mailbox.misses(found.pair()) ? all : forecast.fields());
      case NONE -> notWritten(found, forecast, all);
      case REMOVE, ADOPT, RECREATE -> written(found, PreviewState.QUEUED, Set.of());
    };
  }

  private Shown notWritten(PlannedPair found, Forecast forecast, Set<Field> all) {
    if (forecast.isNothing()) {
      return asItShouldBe(found.pair());
    }
    if (forecast.isFor(Reason.WAITS_FOR_USER)) {
      return forecast.question().isPresent()
          ? written(found, PreviewState.NEW, all)
          : new Shown(PreviewState.NEW, List.of(Why.of(Reason.WAITS_FOR_USER)), all);
    }
    return forecast.isFor(Reason.ASKED) || forecast.isFor(Reason.MAILBOX_CHANGED)
        ? written(found, PreviewState.QUEUED, Set.of())
        : Shown.of(PreviewState.NOT_ACTIONABLE, Why.of(forecast.why().orElseThrow()));
  }

  private Shown asItShouldBe(Pair pair) {
    if (mailbox.twice()) {
      return Shown.of(PreviewState.PARKED, Why.of(Reason.MAILBOX_TWICE));
    }
    return Shown.of(
        mailbox.misses(pair) ? PreviewState.REMOVED_IN_OUTLOOK : PreviewState.UP_TO_DATE);
  }

  private Shown written(PlannedPair found, PreviewState state, Set<Field> fields) {
    Pair pair = found.pair();
    if (ambiguous(pair)) {
      return Shown.of(PreviewState.NOT_ACTIONABLE, Why.of(Reason.MATCH_AMBIGUOUS));
    }
    if (mailbox.parked().isPresent()) {
      return new Shown(PreviewState.PARKED, List.of(mailbox.parked().get()), fields);
    }
    if (pair.asked() || claimed(pair)) {
      return new Shown(PreviewState.QUEUED, List.of(), fields);
    }
    return pair.outcome().equals(Optional.of(Outcome.FAILED))
        ? new Shown(PreviewState.FAILED, pair.why().stream().toList(), fields)
        : new Shown(state, List.of(), fields);
  }

  private boolean claimed(Pair pair) {
    return pair.claim().filter(claim -> claim.live(now)).isPresent();
  }

  /** R8(3): found by the last attempt, and nothing has changed since. */
  private static boolean ambiguous(Pair pair) {
    return pair.isFor(Reason.MATCH_AMBIGUOUS) && !pair.open() && !pair.asked();
  }
}
