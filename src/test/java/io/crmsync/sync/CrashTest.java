package io.crmsync.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.Field;
import io.crmsync.sync.world.People;
import io.crmsync.sync.world.World;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/**
 * R19: the application is killed at every single call that it makes to the outside, before, half
 * way through and after the call is carried out, and goes on in a new process. Every mailbox ends
 * the same, with one copy.
 */
class CrashTest {
  /** A story in which pairs are created, adopted, updated, re-created and removed. */
  private static void tell(World world) {
    world.user("u1");
    world.user("u2");
    world.crm.put(People.person("c1", "Ada", "u1", "u2"));
    world.crm.put(People.person("c2", "Ben", "u1"));
    world.crm.put(People.person("c3", "Cem", "u2"));
    world.night();
    settle(world);
    world.crm.put(People.position(world.crm.find(new ContactId("c1")).orElseThrow(), "Boss"));
    world.crm.put(People.city(world.crm.find(new ContactId("c2")).orElseThrow(), "Shelbyville"));
    world.crm.put(People.team(world.crm.find(new ContactId("c3")).orElseThrow(), "u1"));
    world.night();
    settle(world);
  }

  /** Two more nights: what a killed night left is made up for. */
  private static void settle(World world) {
    world.clock.forward(Duration.ofHours(1));
    world.night();
    world.night();
  }

  @Test
  void killedAnywhereEveryMailboxEndsTheSameWithOneCopy() {
    killedAnywhere(World::new);
  }

  /** A run that gathers is killed at each part, too, and forgets what it gathered at its end. */
  @Test
  void soItDoesWhereContactsAreGatheredFirst() {
    killedAnywhere(() -> new World().gathering());
  }

  private static void killedAnywhere(Supplier<World> worlds) {
    World undisturbed = worlds.get();
    undisturbed.crashes.never();
    tell(undisturbed);
    long calls = undisturbed.crashes.calls();
    List<Long> divisible = undisturbed.crashes.divisible();
    assertThat(calls).isGreaterThan(200);
    assertThat(divisible).hasSizeGreaterThan(5);
    for (long at : divisible) {
      World within = worlds.get();
      within.crashes.within(at);
      tell(within);
      check(within, "within call " + at);
    }
    for (long at = 1; at <= calls; at++) {
      World before = worlds.get();
      before.crashes.before(at);
      tell(before);
      check(before, "before call " + at);
      World after = worlds.get();
      after.crashes.after(at);
      tell(after);
      check(after, "after call " + at);
    }
  }

  private static void check(World world, String where) {
    assertThat(world.copies("u1", "c1")).as(where).hasSize(1);
    assertThat(world.copies("u2", "c1")).as(where).hasSize(1);
    assertThat(world.copies("u1", "c2")).as(where).hasSize(1);
    assertThat(world.copies("u1", "c3")).as(where).hasSize(1);
    assertThat(world.copies("u2", "c3")).as(where).isEmpty();
    assertThat(world.copy("u1", "c1").plainValue(Field.POSITION)).as(where).isEqualTo("Boss");
    assertThat(world.copy("u2", "c1").plainValue(Field.POSITION)).as(where).isEqualTo("Boss");
    assertThat(world.copy("u1", "c2").plainValue(Field.BUSINESS_CITY))
        .as(where)
        .isEqualTo("Shelbyville");
    assertThat(world.due.range(Optional.empty(), Optional.empty())).as(where).isEmpty();
    world.outlook.forgetCalls();
    world.night();
    assertThat(world.outlook.calls()).as(where + ": requests once settled").isZero();
  }
}
