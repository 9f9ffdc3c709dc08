package io.crmsync.sync.removal;

import static io.crmsync.sync.world.Held.ADMIN_PERSON;
import static org.assertj.core.api.Assertions.assertThat;

import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.removal.OpenRemoval.State;
import io.crmsync.domain.run.Run;
import io.crmsync.domain.run.Run.Decision;
import io.crmsync.domain.run.Run.Mode;
import io.crmsync.domain.run.Run.Phase;
import io.crmsync.domain.run.Run.Status;
import io.crmsync.domain.run.RunCounts;
import io.crmsync.sync.call.Caller;
import io.crmsync.sync.call.Refusal;
import io.crmsync.sync.port.StepMessage;
import io.crmsync.sync.world.ApiWorld;
import io.crmsync.sync.world.Held;
import io.crmsync.sync.world.People;
import io.crmsync.sync.world.World;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** R18: an admin releases or discards what the guard held. */
class DecideRemovalsTest {
  private final World world = Held.withContacts(4);
  private final Run held = Held.nightLosing(world, 2);

  @Test
  void releasedRemovalsAreCarriedOutAndTheRunKeepsWhoAndWhen() {
    Run released = world.decideRemovals.release(ADMIN_PERSON, held.runId()).value().orElseThrow();
    assertThat(released.status()).isEqualTo(Status.REMOVALS_RELEASED);
    assertThat(released.decision())
        .contains(new Decision("person:oid-boss", world.clock.instant()));
    world.drain();
    assertThat(world.mailbox("u1").contacts()).hasSize(2);
    assertThat(Held.states(world)).isEmpty();
    Run after = Held.now(world, held);
    assertThat(after.status()).isEqualTo(Status.REMOVALS_RELEASED);
    assertThat(after.phase()).isEqualTo(Phase.DONE);
    assertThat(after.decision()).isEqualTo(released.decision());
    assertThat(after.finishedAt()).isEqualTo(held.finishedAt());
    assertThat(after.counts().get(RunCounts.REMOVALS_QUEUED)).isEqualTo(2);
  }

  @Test
  void discardedRemovalsLeaveTheContactsInTheMailbox() {
    Run discarded = world.decideRemovals.discard(ADMIN_PERSON, held.runId()).value().orElseThrow();
    assertThat(discarded.decision()).map(Decision::by).contains("person:oid-boss");
    world.drain();
    assertThat(world.mailbox("u1").contacts()).hasSize(4);
    assertThat(Held.states(world)).containsExactly(State.DISCARDED, State.DISCARDED);
    assertThat(Held.now(world, held).status()).isEqualTo(Status.REMOVALS_DISCARDED);
    assertThat(Held.now(world, held).phase()).isEqualTo(Phase.DONE);
  }

  @Test
  void discardedRemovalsAreNotProposedAgainByTheNextNight() {
    discardAll();
    assertThat(world.night().status()).isEqualTo(Status.COMPLETED);
    assertThat(Held.states(world)).containsOnly(State.DISCARDED);
  }

  @Test
  void aDiscardedRemovalIsProposedAgainWhenTheContactChanges() {
    discardAll();
    world.crm.put(People.first(world.crm.find(new ContactId("c1")).orElseThrow(), "Changed"));
    Run next = world.night();
    assertThat(next.status()).isEqualTo(Status.REMOVALS_HELD);
    assertThat(Held.states(world)).containsExactly(State.HELD, State.DISCARDED);
  }

  @Test
  void aDiscardedRemovalIsProposedAgainAfterThePairWasEntitledOnceMore() {
    discardAll();
    Held.team(world, "c1", "u1");
    world.night();
    assertThat(Held.states(world)).containsExactly(State.DISCARDED);
    Held.team(world, "c1");
    world.night();
    assertThat(Held.states(world)).containsExactly(State.HELD, State.DISCARDED);
  }

  @Test
  void aFullRunProposesDiscardedRemovalsAgain() {
    discardAll();
    world.startRun.byHand(ADMIN_PERSON, Mode.FULL);
    world.drain();
    assertThat(world.runs.latest().orElseThrow().value().status()).isEqualTo(Status.REMOVALS_HELD);
    assertThat(Held.states(world)).containsExactly(State.HELD, State.HELD);
  }

  @Test
  void whatIsDoneIsNotDecidedAgain() {
    world.decideRemovals.release(ADMIN_PERSON, held.runId());
    world.drain();
    assertNothingHeld(held.runId());
  }

  @Test
  void ofTwoDecisionsTheFirstHolds() {
    world.decideRemovals.discard(ADMIN_PERSON, held.runId());
    assertThat(world.decideRemovals.release(ADMIN_PERSON, held.runId()).refusal())
        .contains(Refusal.NOTHING_HELD);
    world.drain();
    assertThat(world.mailbox("u1").contacts()).hasSize(4);
  }

  @Test
  void theSameDecisionAgainSendsItsStepAgain() {
    world.decideRemovals.release(ADMIN_PERSON, held.runId());
    world.queue.runSteps().takeAll();
    world.decideRemovals.release(ApiWorld.user("other", Caller.Role.ADMIN), held.runId());
    assertThat(Held.now(world, held).decision()).map(Decision::by).contains("person:oid-boss");
    world.drain();
    assertThat(world.mailbox("u1").contacts()).hasSize(2);
  }

  @Test
  void aRunThatHoldsNothingOrIsGoingOnHasNothingToDecideOn() {
    Run next = world.night();
    assertNothingHeld(held.runId());
    assertThat(Held.now(world, held).status()).isEqualTo(Status.SUPERSEDED);
    world.decideRemovals.release(ADMIN_PERSON, next.runId());
    world.drain();
    assertNothingHeld(world.night().runId());
    assertNothingHeld(world.startRun.nightly().runId());
    assertThat(world.decideRemovals.release(ADMIN_PERSON, "none").refusal())
        .contains(Refusal.NO_SUCH_RUN);
  }

  @Test
  void whatWasProposedSinceIsNotReleasedWithIt() {
    Held.team(world, "c3");
    world.recordContacts.recordOne(
        new ContactId("c3"), world.crm.find(new ContactId("c3")), world.clock.instant());
    world.decideRemovals.release(ADMIN_PERSON, held.runId());
    world.drain();
    assertThat(world.mailbox("u1").contacts()).hasSize(2);
    assertThat(Held.states(world)).containsExactly(State.OPEN);
  }

  @Test
  void whoIsEntitledAgainBeforeTheReleaseKeepsTheCopy() {
    Held.team(world, "c1", "u1");
    world.recordContacts.recordOne(
        new ContactId("c1"), world.crm.find(new ContactId("c1")), world.clock.instant());
    world.decideRemovals.release(ADMIN_PERSON, held.runId());
    world.drain();
    assertThat(world.copies("u1", "c1")).hasSize(1);
    assertThat(world.copies("u1", "c2")).isEmpty();
  }

  @Test
  void aDecisionWhoseStepWasLostIsCarriedOutByTheNextRunBeforeItCounts() {
    world.decideRemovals.discard(ADMIN_PERSON, held.runId());
    world.queue.runSteps().takeAll();
    assertThat(world.night().status()).isEqualTo(Status.COMPLETED);
    assertThat(Held.now(world, held).status()).isEqualTo(Status.REMOVALS_DISCARDED);
    assertThat(Held.now(world, held).phase()).isEqualTo(Phase.DONE);
    assertThat(Held.states(world)).containsOnly(State.DISCARDED);
  }

  @Test
  void aDecisionWhileTheNextRunIsStillReadingHolds() {
    Run next = world.startRun.nightly();
    world.workOne();
    world.decideRemovals.discard(ADMIN_PERSON, held.runId());
    world.queue.runSteps().takeAll();
    world.queue.sendRunStep(new StepMessage(next.runId(), 1, 0), Duration.ZERO);
    world.drain();
    assertThat(Held.now(world, next).status()).isEqualTo(Status.COMPLETED);
    assertThat(Held.states(world)).containsOnly(State.DISCARDED);
  }

  @Test
  void theReleaseOfWhatTheNextRunFindsDoesNotCarryOutWhatWasDiscarded() {
    discardAll();
    world.withSettings(World.DEFAULTS);
    Held.team(world, "c3");
    assertThat(world.night().status()).isEqualTo(Status.COMPLETED);
    assertThat(world.copies("u1", "c3")).isEmpty();
    assertThat(world.mailbox("u1").contacts()).hasSize(3);
  }

  @Test
  void aDiscardedRemovalOfADeletedContactLeavesItsCopyForGood() {
    discardAll();
    world.crm.delete(new ContactId("c4"));
    Run next = world.night();
    world.decideRemovals.discard(ADMIN_PERSON, next.runId());
    world.drain();
    world.night();
    assertThat(world.copies("u1", "c4")).hasSize(1);
    assertThat(world.contacts.find(new ContactId("c4"))).isPresent();
  }

  @Test
  void aDiscardedRemovalIsNotProposedAgainBecauseAnotherUserTurnedInactive() {
    World two = new World(World.settings().limit(0).build());
    two.user("u1");
    two.user("u2");
    two.crm.put(People.person("c1", "Ada", "u1", "u2"));
    two.night();
    Held.team(two, "c1", "u2");
    Run losing = two.night();
    two.decideRemovals.discard(ADMIN_PERSON, losing.runId());
    two.drain();
    two.crm.putUser("u2", "u2@example.com", false);
    two.night();
    assertThat(Held.states(two)).containsExactly(State.DISCARDED, State.HELD);
  }

  private void discardAll() {
    world.decideRemovals.discard(ADMIN_PERSON, held.runId());
    world.drain();
  }

  private void assertNothingHeld(String runId) {
    assertThat(world.decideRemovals.release(ADMIN_PERSON, runId).refusal())
        .contains(Refusal.NOTHING_HELD);
    assertThat(world.decideRemovals.discard(ADMIN_PERSON, runId).refusal())
        .contains(Refusal.NOTHING_HELD);
  }
}
