package io.crmsync.sync.removal;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.CrmContact;
import io.crmsync.domain.reason.Reason;
import io.crmsync.domain.reason.Why;
import io.crmsync.domain.removal.Due;
import io.crmsync.domain.removal.OpenRemoval.State;
import io.crmsync.domain.run.Run;
import io.crmsync.domain.run.Run.Status;
import io.crmsync.domain.run.RunCounts;
import io.crmsync.sync.call.Caller.Role;
import io.crmsync.sync.port.CrmBroken;
import io.crmsync.sync.port.SyncSettings;
import io.crmsync.sync.world.ApiWorld;
import io.crmsync.sync.world.Held;
import io.crmsync.sync.world.People;
import io.crmsync.sync.world.World;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** R18: removals wait as state when a run would remove too much, and creates go on. */
class GuardedRunTest {
  @Test
  void moreThanTheLimitWaits() {
    World world = withContacts(6, World.settings().limit(2).build());
    release(world, 1, 3);
    Run run = world.night();
    assertThat(run.status()).isEqualTo(Status.REMOVALS_HELD);
    assertThat(run.counts().get(RunCounts.REMOVALS_HELD)).isEqualTo(3);
    assertThat(run.error()).contains("SYNC_REMOVAL_LIMIT");
    assertThat(world.mailbox("u1").contacts()).hasSize(6);
    assertThat(states(world)).containsOnly(State.HELD);
  }

  @Test
  void heldRemovalsAreNotCarriedOutByAnyMessage() {
    World world = withContacts(6, World.settings().limit(2).build());
    release(world, 1, 3);
    world.night();
    assertThat(world.reconcile("u1", "c1", io.crmsync.sync.port.JobQueue.Lane.NOW).why())
        .contains(Why.of(Reason.REMOVAL_NOT_RELEASED));
    assertThat(world.copies("u1", "c1")).hasSize(1);
  }

  @Test
  void theNextRunTakesTheOlderListOverAndCountsItWithItsOwn() {
    World world = withContacts(8, World.settings().limit(2).build());
    release(world, 1, 3);
    Run first = world.night();
    release(world, 4, 4);
    Run second = world.night();
    assertThat(second.counts().get(RunCounts.REMOVALS_HELD)).isEqualTo(4);
    assertThat(world.runs.find(first.runId()).orElseThrow().value().status())
        .isEqualTo(Status.SUPERSEDED);
  }

  @Test
  void whoIsEntitledAgainIsStruckOffTheList() {
    World world = withContacts(6, World.settings().limit(2).build());
    release(world, 1, 3);
    world.night();
    cover(world, 1, 2);
    Run run = world.night();
    assertThat(run.status()).isEqualTo(Status.COMPLETED);
    assertThat(world.mailbox("u1").contacts()).hasSize(5);
    assertThat(world.due.range(Optional.empty(), Optional.empty())).isEmpty();
  }

  @Test
  void zeroHoldsEveryRemoval() {
    World world = withContacts(6, World.settings().limit(0).build());
    release(world, 1, 1);
    assertThat(world.night().status()).isEqualTo(Status.REMOVALS_HELD);
  }

  @Test
  void moreThanThePercentageOfFiftyLinkedPairsWaits() {
    World world = withContacts(60, World.settings().pageSize(100).build());
    release(world, 1, 13);
    assertThat(world.night().status()).isEqualTo(Status.REMOVALS_HELD);
  }

  @Test
  void lessThanThePercentageGoes() {
    World world = withContacts(60, World.settings().pageSize(100).build());
    release(world, 1, 12);
    assertThat(world.night().status()).isEqualTo(Status.COMPLETED);
    assertThat(world.mailbox("u1").contacts()).hasSize(48);
  }

  @Test
  void oneMailboxThatWouldLoseMoreThanHalfOfTwentyHoldsTheList() {
    World world = withContacts(20, World.settings().pageSize(100).build());
    release(world, 1, 11);
    Run run = world.night();
    assertThat(run.status()).isEqualTo(Status.REMOVALS_HELD);
    assertThat(run.error()).contains("one mailbox");
  }

  @Test
  void fewerThanHalfTheUsersHoldsWhateverTheNumber() {
    World world = withContacts(6, World.DEFAULTS);
    for (int i = 3; i <= 6; i++) {
      world.user("u" + i);
    }
    world.night();
    for (int i = 2; i <= 6; i++) {
      world.crm.dropUser("u" + i);
    }
    release(world, 1, 1);
    assertThat(world.night().error()).contains("active users");
  }

  @Test
  void fewerThanHalfTheGroupsHolds() {
    World world = withContacts(6, World.DEFAULTS);
    world.crm.putGroup("g1", People.users("u1"));
    world.crm.putGroup("g2", People.users("u1"));
    world.crm.putGroup("g3", People.users("u1"));
    world.night();
    world.crm.dropGroup("g1");
    world.crm.dropGroup("g2");
    release(world, 1, 1);
    assertThat(world.night().error()).contains("groups");
  }

  @Test
  void aSecondNightWithHalfTheGroupsStillHolds() {
    World world = withFiveGroups();
    dropThreeGroups(world);
    release(world, 1, 1);
    assertThat(world.night().error()).contains("groups");
    Run second = world.night();
    assertThat(second.error()).contains("groups");
    assertThat(world.mailbox("u1").contacts()).hasSize(6);
  }

  @Test
  void afterADiscardWhatIsNewWithHalfTheGroupsStillHolds() {
    World world = withFiveGroups();
    dropThreeGroups(world);
    release(world, 1, 1);
    world.decideRemovals.discard(Held.ADMIN_PERSON, world.night().runId());
    world.drain();
    assertThat(world.night().status()).isEqualTo(Status.COMPLETED);
    release(world, 2, 2);
    assertThat(world.night().error()).contains("groups");
  }

  @Test
  void whoReleasesWhatHalfTheGroupsHeldDoesNotHaveToDoSoAgain() {
    World world = withFiveGroups();
    dropThreeGroups(world);
    release(world, 1, 1);
    world.decideRemovals.release(Held.ADMIN_PERSON, world.night().runId());
    world.drain();
    release(world, 2, 2);
    assertThat(world.night().status()).isEqualTo(Status.COMPLETED);
    assertThat(world.mailbox("u1").contacts()).hasSize(4);
  }

  @Test
  void afterAMonthOfFailedNightsTheLastGoodOneIsStillWhatCounts() {
    World world = withFiveGroups();
    for (int i = 0; i < 31; i++) {
      world.crm.failNextDirectory(new CrmBroken("users: out of order"));
      assertThat(world.night().status()).isEqualTo(Status.FAILED);
    }
    dropThreeGroups(world);
    release(world, 1, 1);
    assertThat(world.night().error()).contains("groups");
  }

  @Test
  void aDirectoryThatShrinksWhileTheRunReadsIsSeenByTheGuard() {
    World world = withFiveGroups();
    release(world, 1, 1);
    until(world, Run.Phase.PAGES);
    dropThreeGroups(world);
    world.clock.forward(Duration.ofMinutes(1));
    world.directories.store(world.crm.directory(), world.clock.instant());
    world.drain();
    Run run = world.runs.latest().orElseThrow().value();
    assertThat(run.error()).contains("groups");
    assertThat(world.mailbox("u1").contacts()).hasSize(6);
  }

  @Test
  void aNoticeThatReadsLessWhileTheRunReadsLeavesTheRunItsDirectory() {
    World world = withFiveGroups();
    release(world, 1, 1);
    until(world, Run.Phase.PAGES);
    dropThreeGroups(world);
    world.acceptNotice.accept(
        ApiWorld.application("crm", Role.ON_BEHALF), new TreeSet<>(Set.of(new ContactId("c6"))));
    world.drain();
    Run run = world.runs.latest().orElseThrow().value();
    assertThat(run.status()).isEqualTo(Status.COMPLETED);
    assertThat(world.directories.latest().orElseThrow().groups()).hasSize(5);
    assertThat(world.mailbox("u1").contacts()).hasSize(5);
  }

  private static World withFiveGroups() {
    World world = withContacts(6, World.DEFAULTS);
    for (int i = 1; i <= 5; i++) {
      world.crm.putGroup("g" + i, People.users("u1"));
    }
    world.night();
    return world;
  }

  private static void dropThreeGroups(World world) {
    for (int i = 1; i <= 3; i++) {
      world.crm.dropGroup("g" + i);
    }
  }

  @Test
  void anEmptyFeedRemovesNothing() {
    World world = withContacts(6, World.DEFAULTS);
    world.crm.ids().forEach(world.crm::delete);
    Run run = world.night();
    assertThat(run.status()).isEqualTo(Status.REMOVALS_HELD);
    assertThat(run.error()).contains("no contact");
    assertThat(world.mailbox("u1").contacts()).hasSize(6);
  }

  @Test
  void whileRemovalsWaitCreatesAndUpdatesGoOn() {
    World world = withContacts(6, World.settings().limit(0).build());
    release(world, 1, 1);
    world.crm.put(People.person("c90", "New", "u1"));
    world.night();
    assertThat(world.copies("u1", "c90")).hasSize(1);
    assertThat(world.copies("u1", "c1")).hasSize(1);
  }

  @Test
  void whatIsProposedAfterTheGuardIsNotReleasedWithIt() {
    World world = withContacts(6, World.settings().limit(2).build());
    release(world, 1, 2);
    until(world, Run.Phase.RELEASE);
    release(world, 3, 5);
    for (int i = 3; i <= 5; i++) {
      ContactId id = new ContactId("c" + i);
      world.recordContacts.recordOne(id, world.crm.find(id), world.clock.instant());
    }
    world.drain();
    assertThat(world.mailbox("u1").contacts()).hasSize(4);
    assertThat(states(world)).containsExactly(State.OPEN, State.OPEN, State.OPEN);
    assertThat(world.night().error()).contains("SYNC_REMOVAL_LIMIT");
  }

  private static World withContacts(int count, SyncSettings settings) {
    World world = new World(settings);
    world.user("u1");
    for (int i = 1; i <= count; i++) {
      world.crm.put(People.person("c" + i, "Name" + i, "u1"));
    }
    world.night();
    return world;
  }

  private static void release(World world, int from, int to) {
    team(world, from, to);
  }

  private static void cover(World world, int from, int to) {
    team(world, from, to, "u1");
  }

  private static void team(World world, int from, int to, String... team) {
    for (int i = from; i <= to; i++) {
      CrmContact contact = world.crm.find(new ContactId("c" + i)).orElseThrow();
      world.crm.put(People.team(contact, team));
    }
  }

  /** A night's run begins, and gets as far as this. */
  private static void until(World world, Run.Phase phase) {
    world.clock.forward(Duration.ofHours(23));
    String run = world.startRun.nightly().runId();
    while (world.runs.find(run).orElseThrow().value().phase() != phase) {
      world.workOne();
    }
  }

  private static List<State> states(World world) {
    return world.due.range(Optional.empty(), Optional.empty()).stream()
        .map(Due::removal)
        .flatMap(Optional::stream)
        .map(removal -> removal.state())
        .toList();
  }
}
