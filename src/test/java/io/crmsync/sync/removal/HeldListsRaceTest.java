package io.crmsync.sync.removal;

import static io.crmsync.sync.world.Held.ADMIN_PERSON;
import static org.assertj.core.api.Assertions.assertThat;

import io.crmsync.domain.removal.OpenRemoval.State;
import io.crmsync.domain.run.Run;
import io.crmsync.domain.run.Run.Mode;
import io.crmsync.domain.run.Run.Phase;
import io.crmsync.domain.run.Run.Status;
import io.crmsync.sync.call.Refusal;
import io.crmsync.sync.port.RunStore;
import io.crmsync.sync.run.StartRun;
import io.crmsync.sync.world.Held;
import io.crmsync.sync.world.World;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** R18: an admin and a later run want the same list in the same moment; one of them gets it. */
class HeldListsRaceTest {
  private final World world = Held.withContacts(3);
  private final Run held = Held.nightLosing(world, 2);

  @Test
  void aDecisionThatIsWrittenFirstIsCarriedOutByTheRunThatWantedTheList() {
    RunStore overtaken =
        overtakenAtWrite(() -> world.decideRemovals.discard(ADMIN_PERSON, held.runId()));
    Run next = Run.started("29990101", Mode.CHANGES, Run.TIMER, world.clock.instant());

    new HeldLists(new OpenRemovals(world.due, world.queue), overtaken, world.clock).takeOver(next);

    assertThat(Held.now(world, held).status()).isEqualTo(Status.REMOVALS_DISCARDED);
    assertThat(Held.now(world, held).phase()).isEqualTo(Phase.DONE);
    assertThat(Held.states(world)).containsOnly(State.DISCARDED);
  }

  @Test
  void aDecisionThatComesAfterARunTookTheListOverIsRefusedAndChangesNothing() {
    RunStore overtaken = overtakenAtWrite(() -> assertThat(world.night()).isNotNull());
    DecideRemovals late = new DecideRemovals(overtaken, world.queue, world.clock);

    assertThat(late.release(ADMIN_PERSON, held.runId()).refusal()).contains(Refusal.NOTHING_HELD);

    world.drain();
    assertThat(Held.now(world, held).status()).isEqualTo(Status.SUPERSEDED);
    assertThat(Held.now(world, held).decision()).isEmpty();
    assertThat(Held.states(world)).containsOnly(State.HELD);
    assertThat(world.mailbox("u1").contacts()).hasSize(3);
  }

  @Test
  void ofTwoAdminsInOneMomentOneDecides() {
    RunStore overtaken =
        overtakenAtWrite(() -> world.decideRemovals.discard(ADMIN_PERSON, held.runId()));
    DecideRemovals late = new DecideRemovals(overtaken, world.queue, world.clock);

    assertThat(late.release(ADMIN_PERSON, held.runId()).refusal()).contains(Refusal.NOTHING_HELD);

    world.drain();
    assertThat(world.mailbox("u1").contacts()).hasSize(3);
  }

  @Test
  void ofTwoRunsStartedInOneMomentOneGoesOn() {
    RunStore overtaken = overtakenAtWrite(() -> world.startRun.byHand(ADMIN_PERSON, Mode.CHANGES));
    StartRun late = new StartRun(overtaken, world.queue, world.clock, () -> "late");

    assertThat(late.byHand(ADMIN_PERSON, Mode.FULL).refusal()).contains(Refusal.RUN_GOES_ON);

    assertThat(world.runs.latest().orElseThrow().value().mode()).isEqualTo(Mode.CHANGES);
    assertThat(world.queue.runSteps().takeAll()).hasSize(1);
  }

  /** The runs, in which something else happens just before the first write. */
  private RunStore overtakenAtWrite(Runnable first) {
    AtomicBoolean happened = new AtomicBoolean();
    return (RunStore)
        Proxy.newProxyInstance(
            RunStore.class.getClassLoader(),
            new Class<?>[] {RunStore.class},
            (proxy, method, arguments) -> {
              if (writes(method) && happened.compareAndSet(false, true)) {
                first.run();
              }
              try {
                return method.invoke(world.runs, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  private static boolean writes(Method method) {
    return method.getName().equals("write") || method.getName().equals("start");
  }
}
