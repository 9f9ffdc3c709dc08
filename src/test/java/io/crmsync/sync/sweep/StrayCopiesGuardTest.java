package io.crmsync.sync.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.patch.ContactPatch;
import io.crmsync.domain.run.Run;
import io.crmsync.sync.world.Held;
import io.crmsync.sync.world.People;
import io.crmsync.sync.world.World;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** R18 (c) counts what lies in a mailbox, also the copies that belong to no pair. */
class StrayCopiesGuardTest {
  private final World world = new World(World.settings().percent(100).build());

  @Test
  void straysThatAreMostOfWhatLiesInAMailboxAreHeld() {
    filled(2);
    strays(21);
    Run run = full();
    assertThat(run.status()).isEqualTo(Run.Status.REMOVALS_HELD);
    assertThat(run.error()).contains("more than half");
    assertThat(world.mailbox("u1").contacts()).hasSize(23);
    assertThat(world.night().status()).as("taken over").isEqualTo(Run.Status.REMOVALS_HELD);
    assertThat(world.mailbox("u1").contacts()).hasSize(23);
  }

  @Test
  void asManyBesideMoreThatStayAreNot() {
    filled(30);
    strays(21);
    assertThat(full().status()).isEqualTo(Run.Status.COMPLETED);
    assertThat(world.mailbox("u1").contacts()).hasSize(30);
  }

  @Test
  void norAreThoseOfASmallMailbox() {
    filled(2);
    strays(17);
    assertThat(full().status()).isEqualTo(Run.Status.COMPLETED);
    assertThat(world.mailbox("u1").contacts()).hasSize(2);
  }

  private void filled(int contacts) {
    world.user("u1");
    for (int i = 0; i < contacts; i++) {
      world.crm.put(People.person("c" + i, "Ada", "u1"));
    }
    world.night();
  }

  private void strays(int copies) {
    for (int i = 0; i < copies; i++) {
      Optional<ContactId> mark = Optional.of(new ContactId("stray" + i));
      world
          .mailbox("u1")
          .create(
              world.folderOf("u1"),
              new ContactPatch(Map.of(), Map.of(), Map.of(), mark, Optional.empty()));
    }
  }

  private Run full() {
    world.clock.forward(Duration.ofHours(1));
    Run run = world.startRun.byHand(Held.ADMIN_PERSON, Run.Mode.FULL).value().orElseThrow();
    world.drain();
    return Held.now(world, run);
  }
}
