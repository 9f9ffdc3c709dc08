package io.crmsync.sync.step;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmsync.domain.run.Run;
import io.crmsync.domain.run.Run.Status;
import io.crmsync.sync.UseCases;
import io.crmsync.sync.port.Environment;
import io.crmsync.sync.port.Ports;
import io.crmsync.sync.port.RunStore;
import io.crmsync.sync.port.StaleWrite;
import io.crmsync.sync.port.StepMessage;
import io.crmsync.sync.world.People;
import io.crmsync.sync.world.World;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** R19: a run's step is stored, but whoever did it is told that another was faster. */
class LostRunStepTest {
  private final World world = new World();

  @Test
  void theNextStepIsSentAllTheSame() {
    world.user("u1");
    world.crm.put(People.person("c1", "Ada", "u1"));
    world.startRun.nightly();
    AtomicBoolean lost = new AtomicBoolean();
    StepMessage step = world.queue.runSteps().takeNext().orElseThrow();

    advance(lost).step(step, world.journal::add);
    world.drain();

    assertThat(lost).isTrue();
    assertThat(world.runs.latest().orElseThrow().value().status()).isEqualTo(Status.COMPLETED);
    assertThat(world.copies("u1", "c1")).hasSize(1);
  }

  private StepEngine<Run> advance(AtomicBoolean lost) {
    RunStore runs =
        RunStore.class.cast(
            Proxy.newProxyInstance(
                RunStore.class.getClassLoader(),
                new Class<?>[] {RunStore.class},
                (proxy, method, arguments) -> {
                  Object answer = method.invoke(world.runs, arguments);
                  if (method.getName().equals("write") && lost.compareAndSet(false, true)) {
                    throw new StaleWrite("run");
                  }
                  return answer;
                }));
    Ports ports =
        new Ports(
            world.crm,
            world.outlook,
            world.contacts,
            world.pairs,
            world.due,
            world.lists,
            world.directories,
            world.mailboxes,
            runs,
            world.reports,
            world.requests,
            world.queue);
    return UseCases.of(new Environment(ports, world.settings, world.clock, () -> "lost"))
        .runs()
        .advanceRun();
  }
}
