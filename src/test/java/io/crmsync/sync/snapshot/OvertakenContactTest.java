package io.crmsync.sync.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.CrmContact;
import io.crmsync.domain.contact.Field;
import io.crmsync.domain.contact.PairId;
import io.crmsync.domain.contact.UserId;
import io.crmsync.domain.contact.ViewSecurity;
import io.crmsync.domain.contact.ViewSecurity.Scope;
import io.crmsync.domain.run.Run;
import io.crmsync.domain.run.Run.Status;
import io.crmsync.domain.snapshot.StoredContact;
import io.crmsync.sync.UseCases;
import io.crmsync.sync.call.Caller.Role;
import io.crmsync.sync.port.ContactStore;
import io.crmsync.sync.port.DueStore;
import io.crmsync.sync.port.Environment;
import io.crmsync.sync.port.Ports;
import io.crmsync.sync.world.ApiWorld;
import io.crmsync.sync.world.Overtaken;
import io.crmsync.sync.world.People;
import io.crmsync.sync.world.World;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A contact's row is written by somebody else between its reading and its writing (R17, R19). */
class OvertakenContactTest {
  private static final ContactId C1 = new ContactId("c1");
  private static final ViewSecurity U2_ALONE =
      new ViewSecurity(Scope.PRIVATE, Optional.of(new UserId("u2")), Set.of());

  private final World world = new World();

  @Test
  void aNewerPageWinsOverAnOlderRightClickThatWroteFirst() {
    CrmContact older = afterANight();
    Instant askedEarlier = world.clock.instant();
    world.clock.forward(Duration.ofSeconds(2));
    world.crm.put(People.security(older, U2_ALONE));

    Run run =
        nightOver(
            Overtaken.before(
                ContactStore.class, world.contacts, "write", () -> record(older, askedEarlier)));

    assertThat(run.status()).isEqualTo(Status.COMPLETED);
    assertThat(world.copies("u1", "c1")).isEmpty();
    assertThat(world.copies("u2", "c1")).hasSize(1);
    assertThat(world.due.of(C1)).isEmpty();
  }

  @Test
  void anOlderPageGivesWayToANewerRightClickThatWroteFirst() {
    CrmContact newer = People.position(afterANight(), "Chair");
    world.crm.put(People.position(newer, "Boss"));

    nightOver(
        Overtaken.before(
            ContactStore.class,
            world.contacts,
            "write",
            () -> {
              world.clock.forward(Duration.ofSeconds(2));
              record(newer, world.clock.instant());
            }));

    assertThat(world.copy("u2", "c1").plainValue(Field.POSITION)).isEqualTo("Chair");
  }

  @Test
  void aPageWhoseRowIsTakenAgainAndAgainRepeatsItsStepAndLosesNothing() {
    CrmContact before = afterANight();
    world.crm.put(People.security(before, U2_ALONE));
    AtomicInteger taken = new AtomicInteger();

    Run run = nightOver(takenBySomebody(taken, 12));

    assertThat(taken).hasValue(12);
    assertThat(run.status()).isEqualTo(Status.COMPLETED);
    assertThat(world.copies("u1", "c1")).isEmpty();
    assertThat(world.contacts.find(C1).orElseThrow().value().pending()).isFalse();
  }

  @Test
  void aRemovalWhoseRowIsTakenAgainAndAgainIsWrittenDownInTheSameRun() {
    CrmContact before = afterANight();
    world.crm.put(People.security(before, U2_ALONE));
    AtomicInteger taken = new AtomicInteger();

    Run run = nightOver(world.contacts, removalsRefused(taken, 8));

    assertThat(taken).hasValue(8);
    assertThat(run.status()).isEqualTo(Status.COMPLETED);
    assertThat(world.copies("u1", "c1")).isEmpty();
    assertThat(world.contacts.find(C1).orElseThrow().value().pending()).isFalse();
  }

  @Test
  void aNewerRightClickThatFoundNothingChangedWinsOverAnOlderPage() {
    CrmContact now = afterANight();
    CrmContact older = People.security(now, U2_ALONE);
    Instant askedEarlier = world.clock.instant();
    world.clock.forward(Duration.ofSeconds(2));

    over(
            Overtaken.before(
                ContactStore.class, world.contacts, "write", () -> record(older, askedEarlier)),
            world.due)
        .snapshot()
        .recordContacts()
        .recordOne(C1, Optional.of(now), world.clock.instant());
    world.drain();

    StoredContact row = world.contacts.find(C1).orElseThrow().value();
    assertThat(row.access()).isEqualTo(now.access());
    assertThat(row.audience()).containsExactlyInAnyOrder(new UserId("u1"), new UserId("u2"));
    assertThat(row.readAt()).isEqualTo(askedEarlier.plusSeconds(2));
  }

  @Test
  void aNoticeWhoseRowIsTakenAgainAndAgainIsCarriedOutAMomentLater() {
    CrmContact before = afterANight();
    world.crm.put(People.security(before, U2_ALONE));
    AtomicInteger taken = new AtomicInteger();
    UseCases notices = over(takenBySomebody(taken, 40), world.due);

    notices
        .notices()
        .acceptNotice()
        .accept(ApiWorld.application("crm", Role.ON_BEHALF), new TreeSet<>(List.of(C1)));
    while (!world.queue.changes().isEmpty()) {
      world.clock.forwardTo(world.queue.firstVisibleAt());
      world
          .queue
          .changes()
          .takeNext()
          .ifPresent(message -> notices.notices().advanceNotice().step(message, words -> {}));
    }
    world.drain();

    assertThat(taken).hasValue(40);
    assertThat(world.copies("u1", "c1")).isEmpty();
  }

  /** The contact of u1 and u2, as it is in the CRM; a day has passed. */
  private CrmContact afterANight() {
    world.user("u1");
    world.user("u2");
    world.crm.put(People.person("c1", "Ada", "u1", "u2"));
    world.night();
    world.clock.forward(Duration.ofHours(23));
    return world.crm.find(C1).orElseThrow();
  }

  private void record(CrmContact answer, Instant askedAt) {
    world.recordContacts.recordOne(C1, Optional.of(answer), askedAt);
  }

  /** Before each of the first writes somebody else writes the row as it is. */
  private ContactStore takenBySomebody(AtomicInteger taken, int times) {
    return refusing(
        ContactStore.class,
        world.contacts,
        () -> world.contacts.write(List.of(world.contacts.find(C1).orElseThrow())),
        taken,
        times);
  }

  /** The first writes of removals find the row changed. */
  private DueStore removalsRefused(AtomicInteger taken, int times) {
    return refusing(
        DueStore.class,
        world.due,
        () ->
            world.due.change(
                new PairId(new UserId("u1"), C1),
                row ->
                    row.retrying(
                        Optional.of(world.clock.instant().plusSeconds(100L + taken.get())))),
        taken,
        times);
  }

  private static <T> T refusing(
      Class<T> port, T real, Runnable somebodyElse, AtomicInteger taken, int times) {
    return port.cast(
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (proxy, called, arguments) -> {
              if (called.isDefault()) {
                return InvocationHandler.invokeDefault(proxy, called, arguments);
              }
              boolean writes =
                  called.getName().equals("write") && !((Collection<?>) arguments[0]).isEmpty();
              if (writes && taken.get() < times) {
                taken.incrementAndGet();
                somebodyElse.run();
              }
              try {
                return called.invoke(real, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            }));
  }

  private Run nightOver(ContactStore contacts) {
    return nightOver(contacts, world.due);
  }

  /** Steps are done as they become visible; what follows from them is anybody's. */
  private Run nightOver(ContactStore contacts, DueStore due) {
    UseCases reader = over(contacts, due);
    String runId = reader.runs().startRun().nightly().runId();
    while (!world.queue.runSteps().isEmpty()) {
      world.clock.forwardTo(world.queue.firstVisibleAt());
      world
          .queue
          .runSteps()
          .takeNext()
          .ifPresent(step -> reader.runs().advanceRun().step(step, world.journal::add));
    }
    world.drain();
    return world.runs.find(runId).orElseThrow().value();
  }

  private UseCases over(ContactStore contacts, DueStore due) {
    return UseCases.of(
        new Environment(
            new Ports(
                world.crm,
                world.outlook,
                contacts,
                world.pairs,
                due,
                world.lists,
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
