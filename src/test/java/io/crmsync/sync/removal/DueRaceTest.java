package io.crmsync.sync.removal;

import static io.crmsync.sync.world.Held.ADMIN_PERSON;
import static org.assertj.core.api.Assertions.assertThat;

import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.PairId;
import io.crmsync.domain.contact.UserId;
import io.crmsync.domain.removal.OpenRemoval.State;
import io.crmsync.domain.run.Run;
import io.crmsync.sync.UseCases;
import io.crmsync.sync.call.Caller.Role;
import io.crmsync.sync.port.ContactStore;
import io.crmsync.sync.port.DueStore;
import io.crmsync.sync.port.Environment;
import io.crmsync.sync.port.PairMessage;
import io.crmsync.sync.port.Ports;
import io.crmsync.sync.port.SyncListStore;
import io.crmsync.sync.world.ApiWorld;
import io.crmsync.sync.world.Held;
import io.crmsync.sync.world.Overtaken;
import io.crmsync.sync.world.People;
import io.crmsync.sync.world.World;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** R18: a removal is decided on in the instant in which somebody else writes or judges its row. */
class DueRaceTest {
  private static final ContactId C1 = new ContactId("c1");
  private static final UserId U1 = new UserId("u1");

  @Test
  void aDiscardDuringAPagesReviewStands() {
    World world = Held.withContacts(3);
    Run held = Held.nightLosing(world, 2);
    world.due.change(new PairId(U1, C1), row -> row.retrying(Optional.of(world.clock.instant())));
    world.clock.forward(Duration.ofHours(23));

    DueStore due = Overtaken.before(DueStore.class, world.due, "write", discard(world, held));
    night(world, over(world, world.contacts, due, world.lists));

    assertDiscarded(world, held);
  }

  @Test
  void aDiscardWhileAPairIsPutOffToTheNextNightStands() {
    World world = Held.withContacts(3);
    Run held = Held.nightLosing(world, 2);

    DueStore due = Overtaken.before(DueStore.class, world.due, "write", discard(world, held));
    over(world, world.contacts, due, world.lists)
        .pairs()
        .failPair()
        .fail(PairMessage.of(new PairId(U1, C1)));

    assertThat(world.due.find(new PairId(U1, C1)).orElseThrow().retryAt()).isPresent();
    world.night();
    assertDiscarded(world, held);
  }

  @Test
  void aDiscardThatAnotherInstanceIsCarryingOutIsNotUndone() {
    World world = Held.withContacts(3);
    Run held = Held.nightLosing(world, 2);
    world.decideRemovals.discard(ADMIN_PERSON, held.runId());

    DueStore due =
        Overtaken.before(
            DueStore.class,
            world.due,
            "write",
            () ->
                world.due.change(
                    new PairId(U1, C1), row -> row.retrying(Optional.of(world.clock.instant()))));
    UseCases useCases = over(world, world.contacts, due, world.lists);
    useCases
        .runs()
        .advanceRun()
        .step(world.queue.runSteps().takeNext().orElseThrow(), world.journal::add);

    assertThat(world.due.find(new PairId(U1, C1)).orElseThrow().retryAt()).isPresent();
    assertDiscarded(world, held);
  }

  @Test
  void aUsersStopBetweenAPagesReadsIsNotHeld() {
    stoppedWhileReading(
        (world, stop) ->
            over(
                world,
                world.contacts,
                Overtaken.after(DueStore.class, world.due, "range", stop),
                world.lists));
    stoppedWhileReading(
        (world, stop) ->
            over(
                world,
                world.contacts,
                world.due,
                Overtaken.after(SyncListStore.class, world.lists, "range", stop)));
  }

  /** A guard that holds every removal but a user's own. */
  private static void stoppedWhileReading(
      java.util.function.BiFunction<World, Runnable, UseCases> reading) {
    World world = new World(World.settings().limit(0).build());
    world.user("u1");
    world.crm.put(People.person("c1", "First"));
    ApiWorld api = new ApiWorld(world);
    api.requestSync.ask(ApiWorld.user("u1"), "c1", Optional.empty());
    world.drain();
    world.clock.forward(Duration.ofHours(23));

    night(
        world,
        reading.apply(world, () -> api.stopSync.stop(ApiWorld.user("u1"), "c1", Optional.empty())));

    world.drain();
    assertThat(Held.states(world)).isEmpty();
    assertThat(world.copies("u1", "c1")).isEmpty();
  }

  @Test
  void aNoticeBetweenAPagesReadsIsCarriedOut() {
    World world = new World();
    world.user("u1");
    world.crm.put(People.person("c1", "Ada", "u1"));
    world.night();
    world.clock.forward(Duration.ofHours(23));

    ContactStore contacts =
        Overtaken.after(
            ContactStore.class,
            world.contacts,
            "range",
            () -> {
              world.clock.forward(Duration.ofMinutes(1));
              Held.team(world, "c1");
              notice(world);
            });
    night(world, over(world, contacts, world.due, world.lists));

    world.drain();
    assertThat(world.copies("u1", "c1")).isEmpty();
    assertThat(Held.states(world)).isEmpty();
  }

  private static void notice(World world) {
    world.acceptNotice.accept(
        ApiWorld.application("crm", Role.ON_BEHALF), new TreeSet<>(List.of(C1)));
    while (!world.queue.changes().isEmpty()) {
      world.advanceNotice.step(world.queue.changes().takeNext().orElseThrow(), words -> {});
    }
  }

  private static Runnable discard(World world, Run held) {
    return () -> {
      world.decideRemovals.discard(ADMIN_PERSON, held.runId());
      world.advanceRun.step(world.queue.runSteps().takeNext().orElseThrow(), world.journal::add);
    };
  }

  private static void assertDiscarded(World world, Run held) {
    assertThat(Held.now(world, held).status()).isEqualTo(Run.Status.REMOVALS_DISCARDED);
    assertThat(Held.states(world)).hasSize(2).containsOnly(State.DISCARDED);
    assertThat(world.mailbox("u1").contacts()).hasSize(3);
  }

  /** The pages are read by one instance, whatever follows is anybody's. */
  private static void night(World world, UseCases reader) {
    reader.runs().startRun().nightly();
    while (!world.queue.runSteps().isEmpty()) {
      reader
          .runs()
          .advanceRun()
          .step(world.queue.runSteps().takeNext().orElseThrow(), world.journal::add);
    }
    world.drain();
  }

  private static UseCases over(
      World world, ContactStore contacts, DueStore due, SyncListStore lists) {
    return UseCases.of(
        new Environment(
            new Ports(
                world.crm,
                world.outlook,
                contacts,
                world.pairs,
                due,
                lists,
                world.directories,
                world.mailboxes,
                world.runs,
                world.reports,
                world.requests,
                world.queue),
            world.settings,
            world.clock,
            () -> "other"));
  }
}
