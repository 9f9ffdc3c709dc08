package io.crmsync.sync.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmsync.domain.run.Run;
import io.crmsync.sync.port.StepMessage;
import io.crmsync.sync.world.OnePair;
import io.crmsync.sync.world.World;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** No run stands still for good, whichever of its steps is lost, repeated or given up (R19). */
class StandstillTest {
  private final World world = new OnePair().world;

  @Test
  void aRunThatStandsStillIsPushedOnAndInTheThirdNightGivenUp() {
    Run lost = world.startRun.nightly();
    world.queue.runSteps().takeAll();
    world.clock.forward(Duration.ofMinutes(29));
    assertThat(world.startRun.nightly().runId()).isEqualTo(lost.runId());
    assertThat(world.queue.runSteps().isEmpty()).isTrue();
    world.clock.forward(Duration.ofHours(23));
    assertThat(world.startRun.nightly().runId()).isEqualTo(lost.runId());
    assertThat(world.queue.runSteps().takeAll())
        .containsExactly(new StepMessage(lost.runId(), 0, 0));
    world.clock.forward(Duration.ofHours(24));
    world.startRun.nightly();
    world.queue.runSteps().takeAll();
    world.clock.forward(Duration.ofHours(24));
    Run fresh = world.startRun.nightly();
    assertThat(fresh.runId()).isNotEqualTo(lost.runId());
    assertThat(world.runs.find(lost.runId()).orElseThrow().value().status())
        .isEqualTo(Run.Status.FAILED);
    world.drain();
    assertThat(world.copies("u1", "c1")).hasSize(1);
  }

  @Test
  void aStepThatIsDoneAlreadyIsNotDoneAgainButTheNextOneIsSent() {
    Run run = world.startRun.nightly();
    world.workOne();
    world.queue.runSteps().takeAll();
    world.advanceRun.step(new StepMessage(run.runId(), 0, 0), words -> {});
    assertThat(world.queue.runSteps().takeAll())
        .containsExactly(new StepMessage(run.runId(), 1, 0));
  }

  @Test
  void aPoisonedStepThatWasDoneAfterAllDoesNotKeepTheRunWaiting() {
    Run run = world.startRun.nightly();
    world.workOne();
    world.queue.runSteps().takeAll(); // it was done, and the next one could not be sent
    world.failRun.fail(new StepMessage(run.runId(), 0, 0));
    world.drain();
    assertThat(world.runs.latest().orElseThrow().value().status()).isEqualTo(Run.Status.COMPLETED);
  }
}
