package io.crmsync.sync.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.crmsync.domain.run.Run;
import io.crmsync.sync.call.Caller.Role;
import io.crmsync.sync.port.JobQueue;
import io.crmsync.sync.port.StorageUnavailable;
import io.crmsync.sync.world.ApiWorld;
import io.crmsync.sync.world.Overtaken;
import io.crmsync.sync.world.People;
import io.crmsync.sync.world.World;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A run's row is written, and storage is away before its step can be sent. */
class StartRunAgainTest {
  private final World world = new World();
  private final StartRun startRun =
      world
          .useCases(
              world.crm,
              Overtaken.before(JobQueue.class, world.queue, "sendRunStep", StartRunAgainTest::away))
          .runs()
          .startRun();

  private static void away() {
    throw new StorageUnavailable("send", new IllegalStateException());
  }

  @BeforeEach
  void aContact() {
    world.user("u1");
    world.crm.put(People.person("c1", "Ada", "u1"));
  }

  @Test
  void theTimersNextTrySendsTheStep() {
    assertThatExceptionOfType(StorageUnavailable.class).isThrownBy(startRun::nightly);
    Run run = startRun.nightlyOnceMore();
    world.drain();
    assertThat(world.runs.latest().orElseThrow().value().runId()).isEqualTo(run.runId());
    assertThat(world.runs.latest().orElseThrow().value().status()).isEqualTo(Run.Status.COMPLETED);
    assertThat(world.copies("u1", "c1")).hasSize(1);
  }

  @Test
  void aTryThatStartsTheRunItselfSendsItsStepOnce() {
    world.startRun.nightlyOnceMore();
    assertThat(world.queue.runSteps().messages()).hasSize(1);
  }

  @Test
  void anAdminWhoAsksAgainSendsTheStep() {
    var admin = ApiWorld.application("admin", Role.ADMIN);
    assertThatExceptionOfType(StorageUnavailable.class)
        .isThrownBy(() -> startRun.byHand(admin, Run.Mode.CHANGES));
    world.clock.forward(Duration.ofMinutes(1));
    assertThat(startRun.byHand(admin, Run.Mode.CHANGES).refusal()).isPresent();
    world.drain();
    assertThat(world.copies("u1", "c1")).hasSize(1);
  }
}
