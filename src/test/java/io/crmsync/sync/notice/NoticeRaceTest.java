package io.crmsync.sync.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmsync.domain.contact.ContactId;
import io.crmsync.sync.UseCases;
import io.crmsync.sync.call.Caller.Role;
import io.crmsync.sync.port.ContactStore;
import io.crmsync.sync.port.Environment;
import io.crmsync.sync.port.Ports;
import io.crmsync.sync.world.ApiWorld;
import io.crmsync.sync.world.People;
import io.crmsync.sync.world.World;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** A night's page, read before the CRM changed, is written at the same moment as a notice's. */
class NoticeRaceTest {
  private static final ContactId C1 = new ContactId("c1");

  private final World world = new World();

  @Test
  void theNoticeWinsThoughTheOlderAnswerIsWrittenFirst() {
    world.user("u1");
    world.crm.put(People.person("c1", "Ada", "u1"));
    world.night();
    world.clock.forward(Duration.ofMinutes(1));
    world.crm.put(People.person("c1", "Ada"));
    AtomicBoolean overtaken = new AtomicBoolean();
    tell(over(overtaking(overtaken)));
    world.drain();
    assertThat(overtaken).isTrue();
    assertThat(world.copies("u1", "c1")).isEmpty();
  }

  @Test
  void aNoticeDoesNotEndBeforeItsContactIsFannedOut() {
    world.user("u1");
    world.crm.put(People.person("c1", "Ada", "u1"));
    world.night();
    world.clock.forward(Duration.ofMinutes(1));
    world.crm.put(People.person("c1", "Ada"));
    AtomicBoolean lost = new AtomicBoolean();
    tell(over(losingTheAnswer(lost)));
    world.drain();
    assertThat(lost).isTrue();
    assertThat(world.copies("u1", "c1")).isEmpty();
  }

  private void tell(UseCases useCases) {
    useCases
        .notices()
        .acceptNotice()
        .accept(ApiWorld.application("crm", Role.ON_BEHALF), new TreeSet<>(List.of(C1)));
    while (!world.queue.changes().isEmpty()) {
      useCases
          .notices()
          .advanceNotice()
          .step(world.queue.changes().takeNext().orElseThrow(), words -> {});
    }
  }

  /** The first write is carried out, but whoever wrote is told that it was not. */
  private ContactStore losingTheAnswer(AtomicBoolean lost) {
    Class<ContactStore> type = ContactStore.class;
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              Object answer = method.invoke(world.contacts, arguments);
              boolean loses = method.getName().equals("write") && lost.compareAndSet(false, true);
              return loses ? Map.of() : answer;
            }));
  }

  /** Somebody else writes the row, as it was, just before it is written for the first time. */
  private ContactStore overtaking(AtomicBoolean overtaken) {
    Class<ContactStore> type = ContactStore.class;
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              if (method.getName().equals("write") && overtaken.compareAndSet(false, true)) {
                world.contacts.write(List.of(world.contacts.find(C1).orElseThrow()));
              }
              return method.invoke(world.contacts, arguments);
            }));
  }

  private UseCases over(ContactStore contacts) {
    return UseCases.of(
        new Environment(
            new Ports(
                world.crm,
                world.outlook,
                contacts,
                world.pairs,
                world.due,
                world.lists,
                world.directories,
                world.mailboxes,
                world.runs,
                world.reports,
                world.requests,
                world.queue),
            world.settings,
            world.clock,
            () -> "notice"));
  }
}
