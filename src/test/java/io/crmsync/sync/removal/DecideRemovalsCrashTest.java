package io.crmsync.sync.removal;

import static io.crmsync.sync.world.Held.ADMIN_PERSON;
import static org.assertj.core.api.Assertions.assertThat;

import io.crmsync.domain.removal.OpenRemoval.State;
import io.crmsync.domain.run.Run;
import io.crmsync.domain.run.Run.Phase;
import io.crmsync.domain.run.Run.Status;
import io.crmsync.sync.world.Crashes;
import io.crmsync.sync.world.Held;
import io.crmsync.sync.world.World;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/**
 * R18 and R19: the application is killed at every call to the outside that a decision makes, in the
 * HTTP call and behind it, before the call is carried out and after.
 */
class DecideRemovalsCrashTest {
  @Test
  void aReleaseThatIsRepeatedIsFinishedWhereverItWasKilled() {
    killedAnywhere(
        DecideRemovalsCrashTest::release,
        (world, held) -> {
          orKilled(world, () -> release(world, held));
          world.drain();
          assertThat(Held.now(world, held).status()).isEqualTo(Status.REMOVALS_RELEASED);
          assertReleased(world, held);
        });
  }

  @Test
  void aDiscardThatIsRepeatedIsFinishedWhereverItWasKilled() {
    killedAnywhere(
        DecideRemovalsCrashTest::discard,
        (world, held) -> {
          orKilled(world, () -> discard(world, held));
          world.drain();
          assertThat(Held.now(world, held).status()).isEqualTo(Status.REMOVALS_DISCARDED);
          assertDiscarded(world, held);
        });
  }

  @Test
  void aReleaseThatNobodyRepeatsIsFinishedByTheNextNightOrWasNeverMade() {
    killedAnywhere(
        DecideRemovalsCrashTest::release,
        (world, held) -> {
          world.night();
          if (Held.now(world, held).decision().isPresent()) {
            assertReleased(world, held);
          } else {
            assertHeldByTheNextRun(world, held);
          }
        });
  }

  @Test
  void aDiscardThatNobodyRepeatsIsFinishedByTheNextNightOrWasNeverMade() {
    killedAnywhere(
        DecideRemovalsCrashTest::discard,
        (world, held) -> {
          world.night();
          if (Held.now(world, held).decision().isPresent()) {
            assertDiscarded(world, held);
          } else {
            assertHeldByTheNextRun(world, held);
          }
        });
  }

  private static void killedAnywhere(
      BiConsumer<World, Run> decide, BiConsumer<World, Run> afterwards) {
    long calls = story(decide, (world, held) -> {}, world -> world.crashes.never());
    assertThat(calls).isGreaterThan(5);
    for (long call = 1; call <= calls; call++) {
      long at = call;
      story(decide, afterwards, world -> world.crashes.before(at));
      story(decide, afterwards, world -> world.crashes.after(at));
    }
  }

  /** Gives how many calls the decision and what follows from it made. */
  private static long story(
      BiConsumer<World, Run> decide, BiConsumer<World, Run> afterwards, Consumer<World> arm) {
    World world = Held.withContacts(3);
    Run held = Held.nightLosing(world, 2);
    arm.accept(world);
    orKilled(world, () -> decide.accept(world, held));
    world.drain();
    long calls = world.crashes.calls();
    world.crashes.never();
    afterwards.accept(world, held);
    return calls;
  }

  private static void release(World world, Run held) {
    world.decideRemovals.release(ADMIN_PERSON, held.runId());
  }

  private static void discard(World world, Run held) {
    world.decideRemovals.discard(ADMIN_PERSON, held.runId());
  }

  private static void orKilled(World world, Runnable call) {
    try {
      call.run();
    } catch (Crashes.Killed e) {
      world.restart();
    }
  }

  private static void assertReleased(World world, Run held) {
    assertThat(Held.now(world, held).phase()).isEqualTo(Phase.DONE);
    assertThat(world.mailbox("u1").contacts()).hasSize(1);
    assertThat(world.mailbox("u1").binned()).hasSize(2);
    assertThat(Held.states(world)).isEmpty();
  }

  private static void assertDiscarded(World world, Run held) {
    assertThat(Held.now(world, held).phase()).isEqualTo(Phase.DONE);
    assertThat(world.mailbox("u1").contacts()).hasSize(3);
    assertThat(Held.states(world)).containsExactly(State.DISCARDED, State.DISCARDED);
  }

  private static void assertHeldByTheNextRun(World world, Run held) {
    assertThat(Held.now(world, held).status()).isEqualTo(Status.SUPERSEDED);
    assertThat(world.mailbox("u1").contacts()).hasSize(3);
    assertThat(Held.states(world)).containsExactly(State.HELD, State.HELD);
  }
}
