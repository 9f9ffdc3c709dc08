package io.crmsync.sync.pair;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.Field;
import io.crmsync.domain.contact.PairId;
import io.crmsync.domain.contact.UserId;
import io.crmsync.domain.mailbox.MailboxState;
import io.crmsync.domain.outlook.OutlookId;
import io.crmsync.sync.fakes.FakeMailbox;
import io.crmsync.sync.fakes.MailboxCall;
import io.crmsync.sync.port.MailboxBusy;
import io.crmsync.sync.port.MailboxClosed.Cause;
import io.crmsync.sync.port.MailboxRefused;
import io.crmsync.sync.world.People;
import io.crmsync.sync.world.When;
import io.crmsync.sync.world.World;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A former mailbox that refuses is tried again; given up is only one that is missing for good. */
class FormerMailboxTest {
  private static final ContactId C1 = new ContactId("c1");

  private final World world = new World();
  private FakeMailbox before;
  private FakeMailbox now;

  @BeforeEach
  void theUserGetsAnotherMailbox() {
    world.user("u1");
    world.crm.put(People.person("c1", "Ada", "u1"));
    world.night();
    before = world.mailbox("u1");
    world.crm.putUser("u1", "new@example.com", true);
    now = world.outlook.at("new@example.com");
  }

  @ParameterizedTest
  @EnumSource
  void oneThatCannotBeUsedForSomeNightsIsEmptiedAfterwards(Cause reason) {
    before.close(reason);
    nights(3);
    assertThat(now.marked(C1)).hasSize(1);
    before.reopen();
    nights(2);
    assertThat(before.marked(C1)).isEmpty();
    assertThat(now.marked(C1)).hasSize(1);
    assertThat(world.pair("u1", "c1").former()).isEmpty();
    assertThat(world.due.of(C1)).isEmpty();
  }

  @Test
  void oneThatRefusesACopyIsTriedAgainAsWell() {
    before.failBefore(MailboxCall.REMOVE, new MailboxRefused("ErrorX", "delete 400"));
    nights(4);
    assertThat(before.marked(C1)).isEmpty();
    assertThat(now.marked(C1)).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource
  void meanwhileThePresentOneIsKeptUpToDate(Cause reason) {
    before.close(reason);
    nights(2);
    world.crm.put(People.position(People.person("c1", "Ada", "u1"), "Boss"));
    nights(1);
    assertThat(now.marked(C1).get(0).plainValue(Field.POSITION)).isEqualTo("Boss");
    assertThat(world.pair("u1", "c1").open()).isFalse();
  }

  @ParameterizedTest
  @EnumSource
  void whatTheUserLosesMeanwhileLeavesThePresentOneAtOnceAndTheFormerOneLater(Cause reason) {
    before.close(reason);
    nights(2);
    world.crm.put(People.team(People.person("c1", "Ada", "u1")));
    nights(2);
    assertThat(now.marked(C1)).isEmpty();
    before.reopen();
    nights(2);
    assertThat(before.marked(C1)).isEmpty();
    assertThat(world.due.of(C1)).isEmpty();
    assertThat(world.pairs.find(new PairId(world.pair("u1", "c1").user(), C1)).version().absent())
        .isTrue();
  }

  @Test
  void whatTheUserBinsThereWhileItIsLookedForIsNotPurged() {
    OutlookId copy = before.marked(C1).get(0).id();
    world.outlook.onEveryCall(
        When.first(
            MailboxCall.READ,
            () ->
                world.outlook.onEveryCall(
                    When.first(MailboxCall.FIND_FOLDER, () -> before.user().bin(copy)))));
    nights(3);
    assertThat(before.binned()).hasSize(1);
  }

  @Test
  void oneThatIsMissingIsGivenUpAfterAMonthForNothingIsInItAnyMore() {
    before.close(Cause.MISSING);
    nights(28);
    assertThat(world.pair("u1", "c1").former()).hasSize(1);
    nights(6);
    assertThat(world.pair("u1", "c1").former()).isEmpty();
    assertThat(world.due.of(C1)).isEmpty();
    before.forgetCalls();
    nights(2);
    assertThat(before.calls()).isZero();
  }

  @Test
  void oneOutsideTheScopeIsNeverGivenUp() {
    before.close(Cause.OUT_OF_SCOPE);
    nights(40);
    before.reopen();
    nights(2);
    assertThat(before.marked(C1)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void oneThatIsBusyPausesNobodyAndIsTriedAgainTheNextNight(MailboxBusy.Cause reason) {
    before.failBefore(
        MailboxCall.REMOVE, new MailboxBusy(reason, "busy", Optional.of(Duration.ofHours(2))));
    for (int night = 0; night < 4; night++) {
      nights(1);
      MailboxState state = world.mailboxes.latest(new UserId("u1"));
      assertThat(state.notBefore().filter(world.clock.instant()::isBefore)).isEmpty();
      assertThat(now.marked(C1)).hasSize(1);
      assertThat(world.pair("u1", "c1").open()).isFalse();
    }
    assertThat(before.marked(C1)).isEmpty();
    assertThat(world.pair("u1", "c1").former()).isEmpty();
  }

  private void nights(int count) {
    for (int i = 0; i < count; i++) {
      world.night();
    }
  }
}
