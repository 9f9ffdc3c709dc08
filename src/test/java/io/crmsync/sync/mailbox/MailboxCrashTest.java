package io.crmsync.sync.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.UserId;
import io.crmsync.sync.port.MailboxClosed;
import io.crmsync.sync.world.People;
import io.crmsync.sync.world.World;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * R19, R22: the application is killed at every call that it makes while a mailbox is closed and
 * open again, and while a user gets another one. All that waited comes, though whoever was to queue
 * it is gone.
 */
class MailboxCrashTest {
  private static final ContactId ADA = new ContactId("c1");
  private static final ContactId BEN = new ContactId("c2");

  /** Both contacts are new while the mailbox is closed, and come when it is open again. */
  private static void closedAndOpen(World world) {
    begin(world);
    world.mailbox("u1").close(MailboxClosed.Cause.OUT_OF_SCOPE);
    world.night();
    world.mailbox("u1").reopen();
    comeBack(world);
  }

  /** Nothing of the contacts has changed, so that only who is woken comes to the new mailbox. */
  private static void another(World world) {
    begin(world);
    world.night();
    world.crm.putUser("u1", "other@example.com", true);
    world.night();
    comeBack(world);
  }

  private static void begin(World world) {
    world.user("u1");
    world.crm.put(People.person("c1", "Ada", "u1"));
    world.crm.put(People.person("c2", "Ben", "u1"));
  }

  private static void comeBack(World world) {
    world.clock.forward(Duration.ofHours(2));
    world.drain();
    for (int night = 0; night < 3; night++) {
      world.night();
    }
  }

  @Test
  void killedAnywhereWhatWaitedForTheMailboxComes() {
    tellKilled(MailboxCrashTest::closedAndOpen, "u1@example.com");
  }

  @Test
  void killedAnywhereTheNewMailboxIsFilledAndTheOldOneEmptied() {
    tellKilled(MailboxCrashTest::another, "other@example.com");
  }

  private static void tellKilled(java.util.function.Consumer<World> story, String address) {
    World undisturbed = world();
    story.accept(undisturbed);
    check(undisturbed, address, "undisturbed");
    long calls = undisturbed.crashes.calls();
    for (long at = 1; at <= calls; at++) {
      World before = world();
      before.crashes.before(at);
      story.accept(before);
      check(before, address, "before call " + at);
      World after = world();
      after.crashes.after(at);
      story.accept(after);
      check(after, address, "after call " + at);
    }
  }

  private static World world() {
    return new World(World.settings().limit(100).percent(100).build());
  }

  private static void check(World world, String address, String where) {
    assertThat(world.outlook.at(address).marked(ADA)).as(where).hasSize(1);
    assertThat(world.outlook.at(address).marked(BEN)).as(where).hasSize(1);
    assertThat(world.mailboxes.of(new UserId("u1")).parked()).as(where).isEmpty();
    assertThat(world.mailboxes.of(new UserId("u1")).toWake()).as(where).isFalse();
    if (!address.equals("u1@example.com")) {
      assertThat(world.mailbox("u1").contacts()).as(where).isEmpty();
    }
    assertThat(world.due.range(Optional.empty(), Optional.empty())).as(where).isEmpty();
  }
}
