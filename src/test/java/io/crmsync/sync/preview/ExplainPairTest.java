package io.crmsync.sync.preview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.crmsync.domain.base.LastWrite;
import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.ContactKind;
import io.crmsync.domain.contact.CrmContact;
import io.crmsync.domain.contact.Field;
import io.crmsync.domain.contact.UserId;
import io.crmsync.domain.contact.ViewSecurity;
import io.crmsync.domain.mailbox.MailboxState;
import io.crmsync.domain.reason.Reason;
import io.crmsync.domain.reason.Why;
import io.crmsync.domain.removal.OpenRemoval;
import io.crmsync.sync.call.Caller;
import io.crmsync.sync.call.Caller.Role;
import io.crmsync.sync.call.Granted;
import io.crmsync.sync.call.Refusal;
import io.crmsync.sync.port.MailboxClosed;
import io.crmsync.sync.preview.Explanation.CheckResult;
import io.crmsync.sync.preview.Explanation.RuleCheck;
import io.crmsync.sync.world.ApiWorld;
import io.crmsync.sync.world.People;
import io.crmsync.sync.world.SnapshotOnly;
import io.crmsync.sync.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every rule in order, with its outcome for one pair, now. */
class ExplainPairTest {
  /** A small letter before a capital one: no word for people has that. */
  private static final Pattern CODE = Pattern.compile("\\p{Ll}\\p{Lu}");

  private static final Caller ADMIN = ApiWorld.user("eve", Role.ADMIN);

  private final World world = new World(World.settings().limit(0).build());

  @BeforeEach
  void oneContactInOneMailbox() {
    world.user("u1");
    world.user("u2");
    world.crm.put(People.person("c1", "Ada", "u1"));
    world.crm.put(People.person("c2", "Ben", "u1"));
    world.night();
  }

  @Test
  void everyRuleIsThereInOrder() {
    assertThat(mine("c1").steps())
        .extracting(RuleCheck::rule)
        .containsExactly(
            "R5", "R13", "R6", "R2", "R3", "R3", "R5", "R18", "R4", "R21", "R22", "R8", "R14",
            "R10", "R10");
    assertThat(mine("c1").steps())
        .extracting(RuleCheck::outcome)
        .containsOnly(CheckResult.PASSED, CheckResult.NOT_CONCERNED);
    assertThat(mine("c1").steps())
        .extracting(RuleCheck::detail)
        .allMatch(text -> text.endsWith("."));
  }

  @Test
  void noDetailHoldsACode() {
    SnapshotOnly.record(world, People.position(contact("c2"), "Boss"));
    List<Reason> reasons =
        List.of(
            Reason.MAILBOX_TWICE,
            Reason.MAILBOX_UNKNOWN,
            Reason.MAILBOX_MISSING,
            Reason.OUT_OF_SCOPE,
            Reason.MAILBOX_FULL);
    for (Reason reason : reasons) {
      Instant now = world.clock.instant();
      MailboxState.Parked parked =
          new MailboxState.Parked(
              Why.of(reason), now, now.plus(Duration.ofHours(1)), Duration.ofHours(1));
      world.mailboxes.change(new UserId("u1"), old -> old.parkedFor(parked));
      assertThat(mine("c2").steps())
          .extracting(RuleCheck::detail)
          .noneMatch(detail -> CODE.matcher(detail).find());
    }
  }

  @Test
  void whatWasWrittenAndWhatIsNextIsTold() {
    assertThat(mine("c1").decision()).isEqualTo("upToDate");
    assertThat(written("c1").fields()).contains(Field.FIRST_NAME, Field.EMAIL, Field.POSITION);
    SnapshotOnly.record(world, People.position(contact("c1"), "Boss"));
    assertThat(mine("c1").decision()).isEqualTo("update");
    assertThat(mine("c1").next()).containsOnly(entry(Field.POSITION, "Boss"));
    assertThat(mine("c1").steps())
        .last()
        .extracting(RuleCheck::detail)
        .asString()
        .contains("position")
        .doesNotContain("Boss");
  }

  @Test
  void afterAnUpdateItIsTheLastThatWasWritten() {
    world.clock.forward(Duration.ofHours(1));
    SnapshotOnly.record(world, People.position(contact("c1"), "Boss"));
    world.drain();
    assertThat(written("c1").fields()).containsExactly(Field.POSITION);
    assertThat(written("c1").at()).isAfter(written("c2").at());
    assertThat(step("c1", "R10").detail()).contains("position").doesNotContain("firstName");
  }

  @Test
  void aVisibleContactThatTheUserIsNotToHaveIsExplained() {
    Explanation foreign = explain(ApiWorld.user("u2"), "u2", "c1");
    assertThat(foreign.decision()).isEqualTo(Explanation.NOT_ENTITLED);
    assertThat(foreign.steps())
        .filteredOn(step -> step.outcome() == CheckResult.STOPPED)
        .singleElement()
        .extracting(RuleCheck::rule)
        .isEqualTo("R5");
    SnapshotOnly.record(world, People.kind(contact("c2"), ContactKind.ORGANIZATION));
    assertThat(explain(ApiWorld.user("u2"), "me", "c2").steps())
        .extracting(step -> step.rule() + " " + step.outcome())
        .contains("R2 STOPPED");
  }

  @Test
  void aHeldRemovalIsTold() {
    change(People.team(contact("c1"), "u9"));
    world.night();
    Explanation held = mine("c1");
    assertThat(held.decision()).isEqualTo("removalHeld");
    assertThat(held.removal().map(OpenRemoval::state)).contains(OpenRemoval.State.HELD);
    assertThat(step("c1", "R18").outcome()).isEqualTo(CheckResult.WAITS);
  }

  @Test
  void theDeletedCopyAndTheParkedMailboxAreTold() {
    world.clock.forward(Duration.ofMinutes(11));
    world.mailbox("u1").user().bin(world.copy("u1", "c1").id());
    assertThat(mine("c1").decision()).isEqualTo("removedInOutlook");
    assertThat(step("c1", "R14").outcome()).isEqualTo(CheckResult.STOPPED);
    world.mailbox("u1").close(MailboxClosed.Cause.FULL);
    SnapshotOnly.record(world, People.position(contact("c2"), "Boss"));
    world.drain();
    assertThat(step("c2", "R22").detail()).contains("it is full");
  }

  @Test
  void whatIsNotActionableIsToldWithTheReason() {
    SnapshotOnly.record(world, People.first(contact("c1"), "Deceased"));
    assertThat(mine("c1").decision()).isEqualTo("notActionable");
    assertThat(step("c1", "R4").detail()).contains("deceased");
  }

  @Test
  void aHiddenContactAnswersAsOneThatDoesNotExistButToAnAdmin() {
    ViewSecurity nobody = new ViewSecurity(ViewSecurity.Scope.PRIVATE, Optional.empty(), Set.of());
    change(People.security(contact("c1"), nobody));
    world.night();
    Granted<Explanation> hidden = world.explainPair.explain(ApiWorld.user("u1"), "me", "c1", false);
    assertThat(hidden).isEqualTo(world.explainPair.explain(ApiWorld.user("u1"), "me", "c9", false));
    assertThat(hidden)
        .isEqualTo(world.explainPair.explain(ApiWorld.user("u1"), "me", "no id!", false));
    assertThat(hidden.refusal()).contains(Refusal.NO_SUCH_CONTACT);
    assertThat(
            world.explainPair.explain(ApiWorld.application("a", Role.ON_BEHALF), "u1", "c1", false))
        .isEqualTo(hidden);
    assertThat(explain(ADMIN, "u1", "c1").steps())
        .extracting(step -> step.rule() + " " + step.outcome())
        .contains("R6 STOPPED");
    assertThat(world.explainPair.explain(ADMIN, "u1", "c9", false)).isEqualTo(hidden);
  }

  @Test
  void aContactThatIsGoneIsToldToWhomStillHasItsCopy() {
    world.crm.delete(new ContactId("c1"));
    world.night();
    assertThat(mine("c1").decision()).isEqualTo("removalHeld");
    assertThat(mine("c1").steps())
        .extracting(step -> step.rule() + " " + step.outcome())
        .contains("R13 STOPPED");
    assertThat(world.explainPair.explain(ApiWorld.user("u2"), "me", "c1", false).refusal())
        .contains(Refusal.NO_SUCH_CONTACT);
  }

  @Test
  void otherUsersAreNotExplained() {
    assertThat(world.explainPair.explain(ApiWorld.user("u2"), "u1", "c1", false).refusal())
        .contains(Refusal.NOT_YOURSELF);
    assertThat(world.explainPair.explain(ApiWorld.application("a"), "u1", "c1", false).refusal())
        .contains(Refusal.ROLE_MISSING);
    assertThat(world.explainPair.explain(ADMIN, "u9", "c1", false).refusal())
        .contains(Refusal.NO_SUCH_USER);
  }

  private void change(CrmContact contact) {
    world.crm.put(contact);
  }

  private CrmContact contact(String id) {
    return world.contact(id);
  }

  private Explanation mine(String contact) {
    return explain(ApiWorld.user("u1"), "me", contact);
  }

  private Explanation explain(Caller caller, String user, String contact) {
    return world.explainPair.explain(caller, user, contact, false).value().orElseThrow();
  }

  private LastWrite written(String contact) {
    return mine(contact).written().orElseThrow();
  }

  private RuleCheck step(String contact, String rule) {
    return mine(contact).steps().stream()
        .filter(step -> step.rule().equals(rule))
        .findFirst()
        .orElseThrow();
  }
}
