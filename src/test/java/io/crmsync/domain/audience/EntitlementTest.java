package io.crmsync.domain.audience;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmsync.domain.contact.Access;
import io.crmsync.domain.contact.GroupId;
import io.crmsync.domain.contact.UserId;
import io.crmsync.domain.contact.ViewSecurity;
import io.crmsync.domain.contact.ViewSecurity.Scope;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Every combination of what the rules look at, against an answer worked out from their words. */
@DisplayName("R2, R3, R5, R6, R13: who may have a contact")
class EntitlementTest {
  private static final UserId ANN = new UserId("ann");
  private static final UserId BEN = new UserId("ben");
  private static final GroupId WITH_ANN = new GroupId("with-ann");
  private static final GroupId WITHOUT_ANN = new GroupId("without-ann");
  private static final GroupId UNKNOWN = new GroupId("unknown");

  private enum Presence {
    ACTIVE,
    INACTIVE,
    MISSING
  }

  /** Each view security, with what R6 says of Ann. */
  private static final Map<ViewSecurity, Boolean> VIEWS =
      Map.of(
          ViewSecurity.EVERYONE,
          true,
          new ViewSecurity(Scope.PRIVATE, Optional.of(ANN), Set.of()),
          true,
          new ViewSecurity(Scope.PRIVATE, Optional.of(BEN), Set.of()),
          false,
          new ViewSecurity(Scope.PRIVATE, Optional.empty(), Set.of()),
          false,
          new ViewSecurity(Scope.GROUP, Optional.empty(), Set.of(WITH_ANN)),
          true,
          new ViewSecurity(Scope.GROUP, Optional.of(ANN), Set.of(WITHOUT_ANN)),
          false,
          new ViewSecurity(Scope.GROUP, Optional.empty(), Set.of(UNKNOWN)),
          false,
          new ViewSecurity(Scope.GROUP, Optional.empty(), Set.of()),
          false,
          new ViewSecurity(Scope.GROUP, Optional.empty(), Set.of(UNKNOWN, WITHOUT_ANN, WITH_ANN)),
          true);

  private record Case(
      ViewSecurity view,
      int coverage,
      ContactState contactState,
      Optional<GroupId> pilot,
      boolean keepInactive,
      Presence presence) {

    Entitlement entitlement() {
      return new Entitlement(
          contactState,
          new Access(in(1), in(2), view),
          in(4),
          directory(presence),
          new AudiencePolicy(pilot, keepInactive));
    }

    private Set<UserId> in(int bit) {
      return (coverage & bit) != 0 ? Set.of(ANN, BEN) : Set.of(BEN);
    }

    /** The rules as they are written, one after the other. */
    String expected() {
      if (pilot.isPresent() && !pilot.get().equals(WITH_ANN)) {
        return "outsidePilot";
      }
      if (contactState.departed()) {
        return "deleted";
      }
      if (!Boolean.TRUE.equals(VIEWS.get(view))) {
        return "viewSecurity";
      }
      if (contactState == ContactState.OTHER_KIND) {
        return "kind";
      }
      if (contactState == ContactState.INACTIVE && !keepInactive) {
        return "contactInactive";
      }
      if (presence != Presence.ACTIVE) {
        return "userInactive";
      }
      return coverage == 0 ? "notCovered" : "";
    }
  }

  private static Directory directory(Presence ann) {
    CrmUser ben = new CrmUser(BEN, new MailboxAddress("ben@example.org"), true);
    CrmUser user = new CrmUser(ANN, new MailboxAddress("ann@example.org"), ann == Presence.ACTIVE);
    return new Directory(
        ann == Presence.MISSING ? List.of(ben) : List.of(user, ben),
        Map.of(WITH_ANN, Set.of(ANN), WITHOUT_ANN, Set.of(BEN)));
  }

  @Test
  void everyCombinationIsDecidedAsTheRulesSay() {
    int cases = 0;
    for (ViewSecurity view : VIEWS.keySet()) {
      for (int coverage = 0; coverage < 8; coverage++) {
        for (ContactState contactState : ContactState.values()) {
          cases += checkAll(view, coverage, contactState);
        }
      }
    }
    assertThat(cases).isEqualTo(9 * 8 * 5 * 4 * 2 * 3);
  }

  private static int checkAll(ViewSecurity view, int coverage, ContactState contactState) {
    int cases = 0;
    for (Optional<GroupId> pilot : pilots()) {
      for (boolean keep : new boolean[] {true, false}) {
        for (Presence presence : Presence.values()) {
          check(new Case(view, coverage, contactState, pilot, keep, presence));
          cases++;
        }
      }
    }
    return cases;
  }

  private static List<Optional<GroupId>> pilots() {
    return List.of(
        Optional.empty(), Optional.of(WITH_ANN), Optional.of(WITHOUT_ANN), Optional.of(UNKNOWN));
  }

  private static void check(Case given) {
    Entitlement entitlement = given.entitlement();
    String exclusion = entitlement.exclusion(ANN).map(Exclusion::code).orElse("");
    assertThat(exclusion).as("%s", given).isEqualTo(given.expected());
    assertThat(entitlement.audience().contains(ANN)).as("%s", given).isEqualTo(exclusion.isEmpty());
  }

  @Test
  void theOwnerTooMustBeCovered() {
    Entitlement entitlement =
        new Entitlement(
            ContactState.ACTIVE,
            new Access(
                Set.of(BEN), Set.of(), new ViewSecurity(Scope.PRIVATE, Optional.of(ANN), Set.of())),
            Set.of(),
            directory(Presence.ACTIVE),
            new AudiencePolicy(Optional.empty(), false));
    assertThat(entitlement.audience()).isEmpty();
    assertThat(entitlement.exclusion(ANN)).contains(Exclusion.NOT_COVERED);
    assertThat(entitlement.exclusion(BEN)).contains(Exclusion.VIEW_SECURITY);
  }

  @Test
  void theAudienceIsTheUnionOfTeamAndBothLists() {
    UserId cyd = new UserId("cyd");
    Directory everyone =
        new Directory(
            List.of(ANN, BEN, cyd).stream()
                .map(id -> new CrmUser(id, new MailboxAddress(id + "@example.org"), true))
                .toList(),
            Map.of());
    Entitlement entitlement =
        new Entitlement(
            ContactState.ACTIVE,
            new Access(Set.of(ANN), Set.of(BEN), ViewSecurity.EVERYONE),
            Set.of(cyd),
            everyone,
            new AudiencePolicy(Optional.empty(), false));
    assertThat(entitlement.audience()).containsExactlyInAnyOrder(ANN, BEN, cyd);
  }

  @Test
  void ofSeveralReasonsTheDeclaredOrderDecides() {
    assertThat(Exclusion.values())
        .containsExactly(
            Exclusion.OUTSIDE_PILOT,
            Exclusion.DELETED,
            Exclusion.VIEW_SECURITY,
            Exclusion.KIND,
            Exclusion.CONTACT_INACTIVE,
            Exclusion.USER_INACTIVE,
            Exclusion.NOT_COVERED);
  }
}
