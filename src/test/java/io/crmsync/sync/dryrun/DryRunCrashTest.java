package io.crmsync.sync.dryrun;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.Field;
import io.crmsync.domain.run.Run;
import io.crmsync.domain.run.Run.Status;
import io.crmsync.sync.world.Crashes;
import io.crmsync.sync.world.DryRuns;
import io.crmsync.sync.world.Held;
import io.crmsync.sync.world.People;
import io.crmsync.sync.world.World;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** R19 for dry runs: killed at any call, the report ends the same. */
class DryRunCrashTest {
  private static World told() {
    World world = new World();
    world.user("u1");
    world.user("u2");
    for (int i = 1; i <= 5; i++) {
      world.crm.put(People.person("c" + i, "Name" + i, "u1", "u2"));
    }
    world.night();
    world.clock.forward(Duration.ofMinutes(11));
    world.crm.put(People.position(world.crm.find(new ContactId("c1")).orElseThrow(), "Boss"));
    world.mailbox("u2").user().bin(world.copy("u2", "c1").id());
    Held.team(world, "c2", "u2");
    world.crm.put(People.person("c6", "New", "u1"));
    world.crm.put(People.email(People.person("c7", "New", "u1"), "c6@example.com"));
    world.mailbox("u1").user().add(world.folderOf("u1"), Map.of(Field.EMAIL, "c6@example.com"));
    return world;
  }

  @Test
  void killedAnywhereTheReportIsTheSame() {
    World undisturbed = told();
    undisturbed.crashes.never();
    Run whole = DryRuns.whole(undisturbed);
    long calls = undisturbed.crashes.calls();
    List<Long> divisible = undisturbed.crashes.divisible();
    Map<String, String> report = DryRuns.words(undisturbed, whole);
    assertThat(report)
        .containsEntry("u1/c1", "update")
        .containsEntry("u2/c1", "recreate")
        .containsEntry("u1/c2", "remove notCovered")
        .containsEntry("u1/c6", "adopt")
        .containsEntry("u1/c7", "create")
        .hasSize(5);
    assertThat(calls).isGreaterThan(50);
    assertThat(divisible).isNotEmpty();
    for (long at : divisible) {
      check(killed(crashes -> crashes.within(at)), whole, report, "within call " + at);
    }
    for (long call = 1; call <= calls; call++) {
      long at = call;
      check(killed(crashes -> crashes.before(at)), whole, report, "before call " + at);
      check(killed(crashes -> crashes.after(at)), whole, report, "after call " + at);
    }
  }

  private static World killed(Consumer<Crashes> when) {
    World world = told();
    when.accept(world.crashes);
    try {
      DryRuns.start(world);
    } catch (Crashes.Killed e) {
      world.restart();
      if (world.runs.latest().orElseThrow().value().status() == Status.RUNNING) {
        world.clock.forward(Duration.ofMinutes(30));
      }
      var unused = world.startRun.byHand(Held.ADMIN_PERSON, Run.Mode.DRY_RUN);
    }
    world.drain();
    return world;
  }

  private static void check(World world, Run whole, Map<String, String> report, String where) {
    Run run = world.runs.latest().orElseThrow().value();
    assertThat(run.mode()).as(where).isEqualTo(Run.Mode.DRY_RUN);
    assertThat(run.status()).as(where).isEqualTo(Status.COMPLETED);
    assertThat(run.counts()).as(where).isEqualTo(whole.counts());
    assertThat(DryRuns.words(world, run)).as(where).isEqualTo(report);
  }
}
