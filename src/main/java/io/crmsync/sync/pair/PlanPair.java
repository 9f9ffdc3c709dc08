package io.crmsync.sync.pair;

import io.crmsync.domain.audience.ContactState;
import io.crmsync.domain.audience.Directory;
import io.crmsync.domain.audience.Entitlement;
import io.crmsync.domain.audience.Exclusion;
import io.crmsync.domain.contact.Access;
import io.crmsync.domain.contact.FieldValues;
import io.crmsync.domain.pair.Pair;
import io.crmsync.domain.plan.PairSituation;
import io.crmsync.domain.plan.Plan;
import io.crmsync.domain.plan.Planner;
import io.crmsync.domain.reason.Reason;
import io.crmsync.domain.removal.Due;
import io.crmsync.domain.removal.OpenRemoval;
import io.crmsync.domain.snapshot.StoredContact;
import io.crmsync.sync.port.DueStore;
import io.crmsync.sync.port.SyncSettings;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;

/**
 * Makes the plan for a pair whose facts were read, with this instance's settings: the same for who
 * is about to carry it out and for who only tells of it. All that it reads itself is the pair's
 * open removal, where a copy may have to leave.
 */
public final class PlanPair {
  private final DueStore due;
  private final SyncSettings settings;
  private final Planner planner;
  private final Clock clock;

  PlanPair(DueStore due, SyncSettings settings, Clock clock) {
    this.clock = clock;
    this.due = due;
    this.settings = settings;
    this.planner =
        new Planner(settings.onRequest(), settings.removal(), settings.removalSecurity());
  }

  /**
   * Who may have the pair's contact.
   *
   * @param contact the stored row; empty: there is none, and it counts as gone
   * @param listedHere whether the pair's user has it on the list that is kept here
   */
  public Entitlement entitlement(
      Pair pair, Optional<StoredContact> contact, boolean listedHere, Directory directory) {
    return new Entitlement(
        contact.map(StoredContact::contactState).orElse(ContactState.GONE),
        access(contact),
        listedHere ? Set.of(pair.user()) : Set.of(),
        directory,
        settings.audience());
  }

  /**
   * The plan, with the removal looked up where there may be one.
   *
   * @param pair as seen from the user's present mailbox
   */
  public PlannedPair of(Pair pair, Optional<StoredContact> contact, Entitlement entitlement) {
    boolean leaves = entitlement.exclusion(pair.user()).isPresent() || !pair.former().isEmpty();
    return planned(pair, contact, entitlement, leaves ? due(pair) : Optional.empty());
  }

  /** The plan, were the removal this one; empty: none. */
  public PlannedPair of(
      Pair pair,
      Optional<StoredContact> contact,
      Entitlement entitlement,
      Optional<OpenRemoval> removal) {
    return planned(pair, contact, entitlement, removal.map(Due::removal));
  }

  private PlannedPair planned(
      Pair pair, Optional<StoredContact> contact, Entitlement entitlement, Optional<Due> row) {
    FieldValues fields = contact.map(StoredContact::fields).orElse(FieldValues.none());
    Optional<Exclusion> exclusion = entitlement.exclusion(pair.user());
    Plan plan =
        planner.plan(
            new PairSituation(
                pair,
                entitlement.contactState(),
                fields,
                exclusion,
                row.filter(due -> exclusion.isPresent() || !rests(due))
                    .flatMap(due -> released(due.removal()))));
    String hash = contact.map(StoredContact::contentHash).orElse("");
    return new PlannedPair(plan, pair, new PlannedPair.Desired(fields, hash), entitlement, row);
  }

  /** Whom the contact's row gives access to; without a row, nobody. */
  public static Access access(Optional<StoredContact> contact) {
    return contact.map(StoredContact::access).orElse(Access.NONE);
  }

  /** Nothing is planned before users and groups were read once. */
  public static Directory directory(Optional<Directory> stored) {
    return stored.orElseThrow(() -> new IllegalStateException("no directory was stored yet"));
  }

  private Optional<Due> due(Pair pair) {
    return due.find(pair.id());
  }

  /** A former mailbox refused: until it is tried again, the pair is worked on without it. */
  private boolean rests(Due row) {
    return row.retryAt().filter(clock.instant()::isBefore).isPresent();
  }

  /** Only what was released is removed (R18). */
  private static Optional<Reason> released(Optional<OpenRemoval> removal) {
    return removal.filter(open -> open.state() == OpenRemoval.State.RELEASED).map(OpenRemoval::why);
  }
}
