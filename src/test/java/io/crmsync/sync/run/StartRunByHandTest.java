package io.crmsync.sync.run;

import static io.crmsync.sync.world.Held.ADMIN_PERSON;
import static org.assertj.core.api.Assertions.assertThat;

import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.Field;
import io.crmsync.domain.contact.PairId;
import io.crmsync.domain.contact.UserId;
import io.crmsync.domain.run.Run;
import io.crmsync.domain.run.Run.Mode;
import io.crmsync.domain.run.Run.Status;
import io.crmsync.domain.run.RunCounts;
import io.crmsync.sync.call.Caller;
import io.crmsync.sync.call.Refusal;
import io.crmsync.sync.fakes.MailboxCall;
import io.crmsync.sync.port.StepMessage;
import io.crmsync.sync.world.ApiWorld;
import io.crmsync.sync.world.Held;
import io.crmsync.sync.world.People;
import io.crmsync.sync.world.World;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Runs that an admin starts, and what a full run does (R14, R18). */
class StartRunByHandTest {
  private final World world = new World();

  @BeforeEach
  void threeContactsAreInTheMailbox() {
    world.user("u1");
    for (int i = 1; i <= 3; i++) {
      world.crm.put(People.person("c" + i, "First" + i, "u1"));
    }
    world.night();
  }

  @Test
  void theRunKeepsWhoStartedItAndTheTimerIsNobody() {
    assertThat(world.runs.latest().orElseThrow().value().startedBy()).isEqualTo(Run.TIMER);
    Run run = start(Mode.CHANGES);
    assertThat(run.startedBy()).isEqualTo("person:oid-boss");
    world.drain();
    assertThat(Held.now(world, run).startedBy()).isEqualTo("person:oid-boss");
    assertThat(Held.now(world, run).status()).isEqualTo(Status.COMPLETED);
    Caller app = ApiWorld.application("o9", Caller.Role.ADMIN);
    assertThat(world.startRun.byHand(app, Mode.CHANGES).value().orElseThrow().startedBy())
        .isEqualTo("app:o9");
  }

  @Test
  void aRunOfChangesDoesWhatTheNightDoes() {
    world.crm.put(People.position(world.crm.find(new ContactId("c1")).orElseThrow(), "Boss"));
    Run run = start(Mode.CHANGES);
    world.drain();
    assertThat(Held.now(world, run).counts().get(RunCounts.PAIRS_QUEUED)).isEqualTo(1);
    assertThat(world.copy("u1", "c1").plainValue(Field.POSITION)).isEqualTo("Boss");
  }

  @Test
  void whileARunGoesOnNoneIsStarted() {
    Run going = start(Mode.CHANGES);
    assertThat(world.startRun.byHand(ADMIN_PERSON, Mode.FULL).refusal())
        .contains(Refusal.RUN_GOES_ON);
    assertThat(world.runs.latest().orElseThrow().value().runId()).isEqualTo(going.runId());
    assertThat(world.queue.runSteps().takeAll()).hasSize(1);
  }

  @Test
  void aRunThatStandsStillGetsItsStepAgainAndIsNeverGivenUpByAsking() {
    Run going = start(Mode.CHANGES);
    world.queue.runSteps().takeAll();
    for (int i = 0; i < 5; i++) {
      world.clock.forward(Duration.ofMinutes(30));
      assertThat(world.startRun.byHand(ADMIN_PERSON, Mode.FULL).refusal())
          .contains(Refusal.RUN_GOES_ON);
      assertThat(world.queue.runSteps().takeAll())
          .containsExactly(new StepMessage(going.runId(), 0, 0));
    }
    assertThat(Held.now(world, going).nights()).isZero();
  }

  @Test
  void aFullRunLooksAtEveryPairAndReadsEachMailboxOnceWhereNothingIsToBeDone() {
    world.outlook.forgetCalls();
    Run run = start(Mode.FULL);
    world.drain();
    Run after = Held.now(world, run);
    assertThat(after.mode()).isEqualTo(Mode.FULL);
    assertThat(after.counts().get(RunCounts.PAIRS_QUEUED)).isEqualTo(3);
    assertThat(after.counts().get(RunCounts.CONTACTS_CHANGED)).isZero();
    assertThat(world.outlook.calls(MailboxCall.FOLDERS)).isOne();
    assertThat(world.outlook.calls(MailboxCall.LIST)).isEqualTo(2);
    assertThat(world.outlook.calls(MailboxCall.DEFAULT_FOLDER)).isOne(); // which mailbox it is
    assertThat(world.outlook.calls()).isEqualTo(4);
    assertThat(after.counts().get(RunCounts.MAILBOXES_VISITED)).isOne();
    assertThat(after.counts().get(RunCounts.MARKED_COPIES)).isEqualTo(3);
  }

  @Test
  void aFullRunFindsTheCopyOfAPairWhoseRowWasLost() {
    world.pairs.delete(world.pairs.find(new PairId(new UserId("u1"), new ContactId("c2"))));
    world.night();
    assertThat(world.pair("u1", "c2").link()).isEmpty();
    start(Mode.FULL);
    world.drain();
    assertThat(world.pair("u1", "c2").link())
        .map(link -> link.outlookId())
        .contains(world.copy("u1", "c2").id());
  }

  @Test
  void aFullRunDoesNotBringBackWhatTheUserDeleted() {
    world.mailbox("u1").user().bin(world.copy("u1", "c1").id());
    world.mailbox("u1").user().purge(world.copy("u1", "c2").id());
    start(Mode.FULL);
    world.drain();
    assertThat(world.mailbox("u1").contacts()).hasSize(1);
    assertThat(world.copies("u1", "c3")).hasSize(1);
  }

  @Test
  void whatAFullRunFindsTooMuchIsHeldLikeAnyOther() {
    world.withSettings(World.settings().limit(0).build());
    Held.team(world, "c1");
    Run run = start(Mode.FULL);
    world.drain();
    assertThat(Held.now(world, run).status()).isEqualTo(Status.REMOVALS_HELD);
    assertThat(world.copies("u1", "c1")).hasSize(1);
  }

  private Run start(Mode mode) {
    return world.startRun.byHand(ADMIN_PERSON, mode).value().orElseThrow();
  }
}
