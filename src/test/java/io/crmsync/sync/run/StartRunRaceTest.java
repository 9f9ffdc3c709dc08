package io.crmsync.sync.run;

import static io.crmsync.sync.world.Held.ADMIN_PERSON;
import static org.assertj.core.api.Assertions.assertThat;

import io.crmsync.domain.run.Run;
import io.crmsync.domain.run.Run.Mode;
import io.crmsync.domain.run.Run.Status;
import io.crmsync.sync.call.Refusal;
import io.crmsync.sync.port.CrmBroken;
import io.crmsync.sync.port.CrmSource;
import io.crmsync.sync.port.RunStore;
import io.crmsync.sync.port.StepMessage;
import io.crmsync.sync.world.Held;
import io.crmsync.sync.world.Overtaken;
import io.crmsync.sync.world.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Several instances begin, push or end a run in the same moment (R19). */
class StartRunRaceTest {
  private final World world = new World();

  /** Each timer but the last has read which run is the latest when the others write theirs. */
  @Test
  void ofThreeTimersAtOnceEachEndsWellAndOneRunIsStarted() {
    List<Run> told = new ArrayList<>();
    StartRun third = timer(world.runs, "third");
    StartRun second = timer(beforeStart(() -> told.add(third.nightly())), "second");
    StartRun first = timer(beforeStart(() -> told.add(second.nightly())), "first");

    told.add(first.nightly());

    assertThat(told).hasSize(3).extracting(Run::runId).containsOnly(told.get(0).runId());
    assertThat(world.runs.list(Optional.empty(), 5)).hasSize(1);
    assertThat(world.queue.runSteps().takeAll()).hasSize(1);
  }

  @Test
  void ofTwoTimersOneAloneGivesUpARunThatStoodStillForThreeNights() {
    Run old = world.startRun.nightly();
    for (int night = 0; night < 2; night++) {
      world.clock.forward(Duration.ofHours(24));
      world.startRun.nightly();
    }
    world.clock.forward(Duration.ofHours(24));
    world.queue.runSteps().takeAll();

    Run told = timer(beforeWrite(world.startRun::nightly), "second").nightly();

    assertThat(Held.now(world, old).status()).isEqualTo(Status.FAILED);
    assertThat(world.runs.list(Optional.empty(), 5)).hasSize(2);
    assertThat(told.runId()).isEqualTo(world.runs.latest().orElseThrow().value().runId());
    assertThat(told.status()).isEqualTo(Status.RUNNING);
  }

  @Test
  void aTimerLeavesARunThatDidAStepWhileItWasTakenForOneThatStandsStill() {
    Run run = world.startRun.nightly();
    StepMessage step = world.queue.runSteps().takeNext().orElseThrow();
    world.clock.forward(Duration.ofHours(1));

    Run told =
        timer(beforeWrite(() -> world.advanceRun.step(step, world.journal::add)), "timer")
            .nightly();

    assertThat(told.runId()).isEqualTo(run.runId());
    assertThat(told.nights()).isZero();
    assertThat(told.sequence()).isOne();
  }

  @Test
  void anAdminWhoFindsARunThatDoesAStepJustNowIsToldThatItGoesOn() {
    world.startRun.nightly();
    StepMessage step = world.queue.runSteps().takeNext().orElseThrow();
    world.clock.forward(Duration.ofHours(1));
    StartRun api = timer(beforeWrite(() -> world.advanceRun.step(step, world.journal::add)), "api");

    assertThat(api.byHand(ADMIN_PERSON, Mode.FULL).refusal()).contains(Refusal.RUN_GOES_ON);
  }

  /** Both have the same message: one of them could do the step, and the other's CRM failed. */
  @Test
  void aStepThatFailsAfterAnotherInstanceDidItIsNoFailure() {
    world.user("u1");
    Run run = world.startRun.nightly();
    StepMessage step = world.queue.runSteps().takeNext().orElseThrow();
    CrmSource broken =
        Overtaken.before(
            CrmSource.class,
            world.crm,
            "directory",
            () -> {
              world.advanceRun.step(step, world.journal::add);
              throw new CrmBroken("no list of users");
            });

    String words =
        world
            .useCases(broken, world.queue)
            .runs()
            .advanceRun()
            .step(step, world.journal::add)
            .words();

    assertThat(words).isEqualTo("another instance did this step");
    assertThat(Held.now(world, run).status()).isEqualTo(Status.RUNNING);
  }

  private StartRun timer(RunStore runs, String id) {
    return new StartRun(runs, world.queue, world.clock, () -> id);
  }

  private RunStore beforeStart(Runnable others) {
    return Overtaken.before(RunStore.class, world.runs, "start", others);
  }

  private RunStore beforeWrite(Runnable others) {
    return Overtaken.before(RunStore.class, world.runs, "write", others);
  }
}
