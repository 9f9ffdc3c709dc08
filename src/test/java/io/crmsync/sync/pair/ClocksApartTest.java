package io.crmsync.sync.pair;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.PairId;
import io.crmsync.domain.contact.UserId;
import io.crmsync.domain.outlook.ListSlot;
import io.crmsync.sync.UseCases;
import io.crmsync.sync.fakes.MailboxCall;
import io.crmsync.sync.port.Environment;
import io.crmsync.sync.port.JobQueue.Lane;
import io.crmsync.sync.port.PairMessage;
import io.crmsync.sync.port.Ports;
import io.crmsync.sync.world.People;
import io.crmsync.sync.world.When;
import io.crmsync.sync.world.World;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two instances whose clocks are three minutes apart keep off each other's pairs (R19). */
class ClocksApartTest {
  private static final ContactId C1 = new ContactId("c1");

  private final World world = new World();

  @ParameterizedTest
  @ValueSource(ints = {-180, 0, 180})
  void aSlowWorkerDoesNotOverwriteWhatAnotherInstanceWroteAfterIt(int secondsAhead) {
    world.user("u1");
    world.crm.put(People.person("c1", "Ada", "u1"));
    world.night();
    world.clock.forward(Duration.ofHours(1));
    email("first@x.org");
    world.queue.pairs(Lane.NOW).takeAll();
    world.outlook.onEveryCall(
        When.first(
            MailboxCall.READ,
            () -> {
              world.clock.forward(Duration.ofSeconds(130));
              email("second@x.org");
              world.reconcile("u1", "c1", Lane.NOW);
              world.clock.forward(Duration.ofSeconds(40));
            }));
    other(secondsAhead)
        .pairs()
        .reconcilePair()
        .reconcile(PairMessage.of(new PairId(new UserId("u1"), C1)), Lane.NOW);
    world.drain();
    assertThat(world.copy("u1", "c1").entries(ListSlot.EMAILS)).containsExactly("second@x.org");
    assertThat(world.pair("u1", "c1").unfinished()).isFalse();
  }

  private void email(String address) {
    world.crm.put(People.email(People.person("c1", "Ada", "u1"), address));
    world.recordContacts.recordOne(C1, world.crm.find(C1), world.clock.instant());
  }

  private UseCases other(int secondsAhead) {
    Ports ports =
        new Ports(
            world.crm,
            world.outlook,
            world.contacts,
            world.pairs,
            world.due,
            world.lists,
            world.directories,
            world.mailboxes,
            world.runs,
            world.reports,
            world.requests,
            world.queue);
    Clock clock = Clock.offset(world.clock, Duration.ofSeconds(secondsAhead));
    return UseCases.of(new Environment(ports, world.settings, clock, () -> "other"));
  }
}
