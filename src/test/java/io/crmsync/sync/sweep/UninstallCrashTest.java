package io.crmsync.sync.sweep;

import static io.crmsync.sync.world.Held.ADMIN_PERSON;
import static org.assertj.core.api.Assertions.assertThat;

import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.PairId;
import io.crmsync.domain.contact.UserId;
import io.crmsync.domain.outlook.OutlookContact;
import io.crmsync.domain.run.Run;
import io.crmsync.domain.run.Run.Mode;
import io.crmsync.domain.run.Run.Phase;
import io.crmsync.domain.run.Run.Status;
import io.crmsync.sync.world.Crashes;
import io.crmsync.sync.world.Held;
import io.crmsync.sync.world.People;
import io.crmsync.sync.world.World;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * R19: a sweep of the mailboxes is killed at every call to the outside, before the call is carried
 * out and after, and ends the same.
 */
class UninstallCrashTest {

  @ParameterizedTest
  @EnumSource(names = {"UNINSTALL", "UNMARK"})
  void anUninstallEndsTheSameWhereverItWasKilled(Mode mode) {
    killedAnywhere(
        40,
        UninstallCrashTest::twoUsers,
        world -> uninstalled(world, mode),
        world -> check(world, mode));
  }

  @Test
  void aSweepEndsTheSameWhereverItWasKilled() {
    killedAnywhere(
        20,
        UninstallCrashTest::withStrays,
        UninstallCrashTest::swept,
        world -> {
          assertThat(world.copies("u1", "c1")).isEmpty();
          assertThat(world.copies("u1", "c2")).isEmpty();
          assertThat(world.copies("u1", "c3")).hasSize(1);
          assertThat(world.mailbox("u1").binned()).hasSize(2);
          world.night();
          assertThat(world.due.range(Optional.empty(), Optional.empty())).isEmpty();
          assertThat(world.contacts.find(new ContactId("c1"))).isEmpty();
        });
  }

  private static World twoUsers() {
    World world = new World();
    world.user("u1");
    world.user("u2");
    world.crm.put(People.person("c1", "Ada", "u1", "u2"));
    world.crm.put(People.person("c2", "Ben", "u1"));
    world.night();
    return world;
  }

  private static World withStrays() {
    World before = new World();
    before.user("u1");
    for (int i = 1; i <= 3; i++) {
      before.crm.put(People.person("c" + i, "Name" + i, "u1"));
    }
    before.night();
    World world = new World(before);
    world.crm.delete(new ContactId("c1"));
    world.night();
    Held.team(world, "c2");
    world.pairs.delete(world.pairs.find(new PairId(new UserId("u1"), new ContactId("c2"))));
    world.night();
    return world;
  }

  /** Who was killed in the HTTP call asks again. */
  private static void uninstalled(World world, Mode mode) {
    insist(world, () -> world.startRun.byHand(ADMIN_PERSON, mode));
    world.drain();
    awaken(world, mode);
    Run held = latest(world);
    insist(world, () -> world.decideRemovals.release(ADMIN_PERSON, held.runId()));
    world.drain();
    world.night();
    world.night();
  }

  private static void swept(World world) {
    insist(world, () -> world.startRun.byHand(ADMIN_PERSON, Mode.FULL));
    world.drain();
    awaken(world, Mode.FULL);
  }

  /** A start whose message was lost goes on when it is asked for again, an hour later. */
  private static void awaken(World world, Mode mode) {
    if (world.runs.latest().isEmpty() || latest(world).mode() != mode) {
      world.startRun.byHand(ADMIN_PERSON, mode);
    } else if (latest(world).status() == Status.RUNNING) {
      world.clock.forward(Duration.ofHours(1));
      world.startRun.byHand(ADMIN_PERSON, mode);
    }
    world.drain();
  }

  private static void insist(World world, Runnable call) {
    try {
      call.run();
    } catch (Crashes.Killed e) {
      world.restart();
      call.run();
    }
  }

  private static void check(World world, Mode mode) {
    Run run = latest(world);
    assertThat(run.status()).isEqualTo(Status.REMOVALS_RELEASED);
    assertThat(run.phase()).isEqualTo(Phase.DONE);
    for (String user : List.of("u1", "u2")) {
      List<OutlookContact> left = world.mailbox(user).contacts();
      int copies = user.equals("u1") ? 2 : 1;
      assertThat(left).hasSize(mode == Mode.UNMARK ? copies : 0);
      assertThat(world.mailbox(user).binned()).hasSize(mode == Mode.UNMARK ? 0 : copies);
      assertThat(left).allSatisfy(contact -> assertThat(contact.mark()).isEmpty());
      assertThat(world.pairs.ofUser(new UserId(user), Optional.empty(), 10))
          .noneMatch(pair -> pair.mayHaveCopy());
    }
  }

  private static Run latest(World world) {
    return world.runs.latest().orElseThrow().value();
  }

  private static void killedAnywhere(
      int atLeast, Supplier<World> begin, Consumer<World> story, Consumer<World> check) {
    World undisturbed = begin.get();
    undisturbed.crashes.never();
    story.accept(undisturbed);
    long calls = undisturbed.crashes.calls();
    List<Long> divisible = undisturbed.crashes.divisible();
    undisturbed.crashes.never();
    check.accept(undisturbed);
    assertThat(calls).isGreaterThan(atLeast);
    assertThat(divisible).isNotEmpty();
    for (long at : divisible) {
      told(begin, world -> world.crashes.within(at), story, check);
    }
    for (long call = 1; call <= calls; call++) {
      long at = call;
      told(begin, world -> world.crashes.before(at), story, check);
      told(begin, world -> world.crashes.after(at), story, check);
    }
  }

  private static void told(
      Supplier<World> begin, Consumer<World> arm, Consumer<World> story, Consumer<World> check) {
    World world = begin.get();
    arm.accept(world);
    story.accept(world);
    world.crashes.never();
    check.accept(world);
  }
}
