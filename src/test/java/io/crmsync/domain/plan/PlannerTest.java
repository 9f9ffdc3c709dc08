package io.crmsync.domain.plan;

import static io.crmsync.domain.patch.Sample.CONTACT;
import static io.crmsync.domain.patch.Sample.HASHER;
import static io.crmsync.domain.patch.Sample.USER;
import static org.assertj.core.api.Assertions.assertThat;

import io.crmsync.domain.audience.ContactState;
import io.crmsync.domain.audience.Exclusion;
import io.crmsync.domain.contact.Field;
import io.crmsync.domain.contact.FieldValues;
import io.crmsync.domain.contact.PairId;
import io.crmsync.domain.outlook.OutlookId;
import io.crmsync.domain.pair.Claim;
import io.crmsync.domain.pair.Link;
import io.crmsync.domain.pair.Outcome;
import io.crmsync.domain.pair.Pair;
import io.crmsync.domain.patch.Sample;
import io.crmsync.domain.plan.Plan.Action;
import io.crmsync.domain.reason.Reason;
import io.crmsync.domain.reason.Why;
import io.crmsync.domain.removal.Removal;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("Order of decision for a pair")
class PlannerTest {
  private static final Planner AUTOMATIC = new Planner(false, Removal.SOFT, Removal.PERMANENT);
  private static final Planner ON_REQUEST = new Planner(true, Removal.SOFT, Removal.PERMANENT);
  private static final FieldValues DOE = Sample.only(Field.LAST_NAME, "Doe");
  private static final FieldValues NAMELESS = Sample.only(Field.POSITION, "Director");
  private static final Claim CLAIM = new Claim("w1", Instant.EPOCH);
  private static final Pair NEW = Pair.unknown(new PairId(USER, CONTACT));

  private static Pair linked(Link.Origin origin) {
    return NEW.linkedTo(
        new Link(new OutlookId("o1"), origin, HASHER.baseOf(DOE), 0, Instant.EPOCH));
  }

  private static PairSituation entitled(Pair pair, FieldValues desired) {
    return new PairSituation(
        pair, ContactState.ACTIVE, desired, Optional.empty(), Optional.empty());
  }

  private static PairSituation excluded(Pair pair, Exclusion why, Optional<Reason> releasedFor) {
    return new PairSituation(pair, ContactState.ACTIVE, DOE, Optional.of(why), releasedFor);
  }

  @Nested
  class Entitled {
    @Test
    void aPairWithoutCopyGetsOne() {
      assertThat(AUTOMATIC.plan(entitled(NEW, DOE)).action()).isEqualTo(Action.FIRST_WRITE);
    }

    @Test
    void aPairThatIsAsWantedNeedsNothing() {
      assertThat(AUTOMATIC.plan(entitled(linked(Link.Origin.CREATED), DOE)).action())
          .isEqualTo(Action.NOTHING);
    }

    @Test
    void aReleasedCopyInAFormerMailboxGoesFirst() {
      Pair moved = linked(Link.Origin.CREATED).inMailbox(1);
      PairSituation released =
          new PairSituation(
              moved,
              ContactState.ACTIVE,
              DOE,
              Optional.empty(),
              Optional.of(Reason.MAILBOX_CHANGED));
      assertThat(AUTOMATIC.plan(released).action()).isEqualTo(Action.REMOVE_FORMER);
      assertThat(AUTOMATIC.plan(entitled(moved, DOE)).action()).isEqualTo(Action.FIRST_WRITE);
    }

    @Test
    void whatChangedIsUpdated() {
      FieldValues desired = Sample.with(DOE, Field.FIRST_NAME, "Joe");
      Plan plan = AUTOMATIC.plan(entitled(linked(Link.Origin.CREATED), desired));
      assertThat(plan.action()).isEqualTo(Action.UPDATE);
      assertThat(plan.changes()).containsExactly(Field.FIRST_NAME);
    }

    @Test
    void whoAsksOrWasAboutToLoseItGetsItIfItIsGone() {
      Pair linked = linked(Link.Origin.CREATED);
      assertThat(AUTOMATIC.plan(entitled(linked.askedFor(), DOE)).action())
          .isEqualTo(Action.ENSURE_PRESENT);
      assertThat(AUTOMATIC.plan(entitled(linked.removing(Removal.SOFT), DOE)).action())
          .isEqualTo(Action.ENSURE_PRESENT);
    }

    @Test
    void whatIsNotActionableIsLeftLinkedOrNot() {
      for (Pair pair : new Pair[] {NEW, NEW.askedFor(), linked(Link.Origin.CREATED)}) {
        assertThat(AUTOMATIC.plan(entitled(pair, NAMELESS)))
            .isEqualTo(Plan.skip(Reason.NAME_MISSING));
      }
    }
  }

  @Nested
  @DisplayName("R21: on request")
  class OnRequest {
    @Test
    void aNewPairIsLookedForByItsMarkAndThenWaits() {
      assertThat(ON_REQUEST.plan(entitled(NEW, DOE)).action()).isEqualTo(Action.FIND_MARKED);
      Pair waiting = NEW.finished("h", Outcome.SKIPPED, Optional.of(Why.of(Reason.WAITS_FOR_USER)));
      assertThat(ON_REQUEST.plan(entitled(waiting, DOE)))
          .isEqualTo(Plan.skip(Reason.WAITS_FOR_USER));
      assertThat(AUTOMATIC.plan(entitled(waiting, DOE)).action()).isEqualTo(Action.FIRST_WRITE);
    }

    @Test
    void whoAsksDoesNotWait() {
      for (Pair pair : new Pair[] {NEW.askedFor(), NEW.askedFor().claimedBy(CLAIM)}) {
        assertThat(ON_REQUEST.plan(entitled(pair, DOE)).action()).isEqualTo(Action.FIRST_WRITE);
      }
    }

    @Test
    void afterALostClaimOnlyWhatCarriesOurMarkIsTaken() {
      Pair waiting = NEW.finished("h", Outcome.SKIPPED, Optional.of(Why.of(Reason.WAITS_FOR_USER)));
      for (Pair pair : new Pair[] {NEW.claimedBy(CLAIM), waiting.claimedBy(CLAIM)}) {
        assertThat(ON_REQUEST.plan(entitled(pair, DOE)).action()).isEqualTo(Action.FIND_MARKED);
      }
    }

    @Test
    void updatesDoNotWait() {
      FieldValues desired = Sample.with(DOE, Field.FIRST_NAME, "Joe");
      assertThat(ON_REQUEST.plan(entitled(linked(Link.Origin.CREATED), desired)).action())
          .isEqualTo(Action.UPDATE);
    }
  }

  @Nested
  @DisplayName("R13, R15, R16, R18: not entitled")
  class Excluded {
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "OUTSIDE_PILOT")
    void aPairWithoutCopyIsForgotten(Exclusion why) {
      assertThat(AUTOMATIC.plan(excluded(NEW, why, Optional.empty())).action())
          .isEqualTo(Action.FORGET);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "OUTSIDE_PILOT")
    void nothingIsRemovedWithoutARelease(Exclusion why) {
      assertThat(AUTOMATIC.plan(excluded(linked(Link.Origin.CREATED), why, Optional.empty())))
          .isEqualTo(Plan.skip(Reason.REMOVAL_NOT_RELEASED));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "OUTSIDE_PILOT")
    void viewSecurityDecidesHow(Exclusion why) {
      Pair pair = linked(Link.Origin.CREATED);
      boolean security = why == Exclusion.VIEW_SECURITY;
      assertThat(AUTOMATIC.plan(excluded(pair, why, Optional.of(why.reason()))))
          .isEqualTo(Plan.remove(why.reason(), security ? Removal.PERMANENT : Removal.SOFT));
      assertThat(AUTOMATIC.plan(excluded(pair, why, Optional.of(Reason.VIEW_SECURITY))).removal())
          .contains(Removal.PERMANENT);
    }

    @ParameterizedTest
    @EnumSource(value = Link.Origin.class, mode = EnumSource.Mode.EXCLUDE, names = "CREATED")
    void whatWeDidNotMakeGoesSoftly(Link.Origin origin) {
      assertThat(
              AUTOMATIC
                  .plan(
                      excluded(
                          linked(origin),
                          Exclusion.VIEW_SECURITY,
                          Optional.of(Reason.VIEW_SECURITY)))
                  .removal())
          .contains(Removal.SOFT);
    }

    /** The worker that was lost may have adopted a contact of the user's. */
    @Test
    void whatALostClaimLeftGoesSoftly() {
      assertThat(
              AUTOMATIC.plan(
                  excluded(
                      NEW.claimedBy(CLAIM),
                      Exclusion.VIEW_SECURITY,
                      Optional.of(Reason.VIEW_SECURITY))))
          .isEqualTo(Plan.remove(Reason.VIEW_SECURITY, Removal.SOFT));
    }

    @Test
    void aSoftRemovalIsNeverRepeatedAsAPermanentOne() {
      Pair begun = linked(Link.Origin.CREATED).removing(Removal.SOFT);
      assertThat(
              AUTOMATIC
                  .plan(excluded(begun, Exclusion.VIEW_SECURITY, Optional.of(Reason.VIEW_SECURITY)))
                  .removal())
          .contains(Removal.SOFT);
    }

    @Test
    void outsideThePilotNothingIsTouched() {
      for (Pair pair : new Pair[] {NEW, linked(Link.Origin.CREATED)}) {
        assertThat(
                AUTOMATIC.plan(
                    excluded(pair, Exclusion.OUTSIDE_PILOT, Optional.of(Reason.DELETED))))
            .isEqualTo(Plan.skip(Reason.OUTSIDE_PILOT));
      }
    }

    @Test
    void removalComesBeforeEverythingElse() {
      PairSituation gone =
          new PairSituation(
              linked(Link.Origin.CREATED),
              ContactState.GONE,
              FieldValues.none(),
              Optional.of(Exclusion.DELETED),
              Optional.of(Reason.DELETED));
      assertThat(ON_REQUEST.plan(gone)).isEqualTo(Plan.remove(Reason.DELETED, Removal.SOFT));
    }
  }
}
