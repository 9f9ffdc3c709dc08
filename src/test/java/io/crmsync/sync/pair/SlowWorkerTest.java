package io.crmsync.sync.pair;

import static io.crmsync.sync.world.Held.ADMIN_PERSON;
import static org.assertj.core.api.Assertions.assertThat;

import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.PairId;
import io.crmsync.domain.contact.UserId;
import io.crmsync.domain.reason.Reason;
import io.crmsync.domain.reason.Why;
import io.crmsync.domain.run.Run;
import io.crmsync.domain.run.Run.Mode;
import io.crmsync.sync.UseCases;
import io.crmsync.sync.fakes.MailboxCall;
import io.crmsync.sync.port.Environment;
import io.crmsync.sync.port.JobQueue.Lane;
import io.crmsync.sync.port.MailboxStore;
import io.crmsync.sync.port.PairMessage;
import io.crmsync.sync.port.PairStore;
import io.crmsync.sync.port.Ports;
import io.crmsync.sync.port.StepMessage;
import io.crmsync.sync.port.SyncListStore;
import io.crmsync.sync.step.StepEngine;
import io.crmsync.sync.world.People;
import io.crmsync.sync.world.When;
import io.crmsync.sync.world.World;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * An uninstall holds against a worker of another instance that is slow, and whose clock is another:
 * the switch is asked again once the pair is claimed, and whoever claimed it before is waited for.
 */
class SlowWorkerTest {
  private final World world = new World();
  private Run run;
  private boolean armed;
  private Runnable meanwhile = this::uninstall;

  @BeforeEach
  void anUninstallIsListed() {
    world.user("u1");
    world.crm.put(People.person("c1", "Ada", "u1"));
    world.night();
    world.crm.put(People.person("c2", "Ben", "u1"));
    world.clock.forward(Duration.ofHours(1));
    world.recordContacts.recordOne(
        new ContactId("c2"), world.crm.find(new ContactId("c2")), world.clock.instant());
    world.queue.pairs(Lane.NOW).takeAll();
    run = world.startRun.byHand(ADMIN_PERSON, Mode.UNINSTALL).value().orElseThrow();
    steps();
  }

  @ParameterizedTest
  @ValueSource(ints = {-180, 0, 180})
  void whoPassedTheSwitchBeforeItWasThrownCreatesNothingAfterTheUninstall(int clockAhead) {
    ReconcileResult late = slowAt(MailboxStore.class, "of", clockAhead);
    assertThat(late.why()).contains(Why.of(Reason.UNINSTALLED));
    assertNothingIsLeft();
  }

  @ParameterizedTest
  @ValueSource(ints = {-180, 0, 180})
  void whoClaimsThePairLaterDoesNotEither(int clockAhead) {
    slowAt(PairStore.class, "write", clockAhead);
    assertNothingIsLeft();
  }

  @Test
  void whoHoldsTheClaimIsWaitedForByAnInstanceWhoseClockIsAhead() {
    StepEngine<Run> ahead = runsOfAnInstanceAhead();
    world.outlook.onEveryCall(
        When.first(
            MailboxCall.FIND,
            () -> {
              world.decideRemovals.release(ADMIN_PERSON, run.runId());
              world.clock.forward(Duration.ofSeconds(130));
              step(ahead);
            }));
    slowAt(SyncListStore.class, "of no matter", 0);
    assertThat(world.copies("u1", "c2")).as("it was made in time").hasSize(1);
    assertNothingIsLeft();
  }

  /**
   * The attempt asked for the switch a moment before it was thrown, and believes the answer when it
   * claims the pair. The message that begins the sweep may come twice, and early.
   */
  @Test
  void whatIsBelievedForAMomentIsWaitedForByAnInstanceWhoseClockIsAhead() {
    StepEngine<Run> ahead = runsOfAnInstanceAhead();
    meanwhile =
        () -> {
          world.decideRemovals.release(ADMIN_PERSON, run.runId());
          world.clock.forward(Duration.ofSeconds(9));
          Run released = world.runs.find(run.runId()).orElseThrow().value();
          StepMessage again = new StepMessage(released.runId(), released.sequence(), 0);
          world.queue.sendRunStep(again, Duration.ZERO);
          step(ahead);
        };
    slowAt(MailboxStore.class, "of", 0);
    assertThat(world.copies("u1", "c2")).as("it was believed").hasSize(1);
    assertNothingIsLeft();
  }

  private void assertNothingIsLeft() {
    steps();
    assertThat(world.runs.find(run.runId()).orElseThrow().value().phase())
        .isEqualTo(Run.Phase.DONE);
    assertThat(world.mailbox("u1").contacts()).isEmpty();
    assertThat(world.pair("u1", "c2").mayHaveCopy()).isFalse();
  }

  /** An attempt at c2 by another instance, for which the first such call takes so long. */
  private <T> ReconcileResult slowAt(Class<T> port, String method, int clockAhead) {
    Ports ports =
        ports(
            slow(port, PairStore.class, method, world.pairs),
            slow(port, MailboxStore.class, method, world.mailboxes));
    armed = true;
    return UseCases.of(
            new Environment(ports, world.settings, clock(clockAhead), SlowWorkerTest::id))
        .pairs()
        .reconcilePair()
        .reconcile(PairMessage.of(new PairId(new UserId("u1"), new ContactId("c2"))), Lane.NOW);
  }

  private StepEngine<Run> runsOfAnInstanceAhead() {
    Ports ports = ports(world.pairs, world.mailboxes);
    return UseCases.of(new Environment(ports, world.settings, clock(180), SlowWorkerTest::id))
        .runs()
        .advanceRun();
  }

  private void step(StepEngine<Run> runs) {
    for (int i = 0; i < 6; i++) {
      world.queue.runSteps().takeNext().ifPresent(step -> runs.step(step, words -> {}));
    }
  }

  private Clock clock(int secondsAhead) {
    return Clock.offset(world.clock, Duration.ofSeconds(secondsAhead));
  }

  private static String id() {
    return UUID.randomUUID().toString();
  }

  private Ports ports(PairStore pairs, MailboxStore mailboxes) {
    return new Ports(
        world.crm,
        world.outlook,
        world.contacts,
        pairs,
        world.due,
        world.lists,
        world.directories,
        mailboxes,
        world.runs,
        world.reports,
        world.requests,
        world.queue);
  }

  private <T> T slow(Class<?> slow, Class<T> port, String method, T real) {
    Object proxy =
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (self, called, arguments) -> {
              if (slow == port && called.getName().equals(method) && armed) {
                armed = false;
                meanwhile.run();
              }
              try {
                return called.invoke(real, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
    return port.cast(proxy);
  }

  private void uninstall() {
    world.decideRemovals.release(ADMIN_PERSON, run.runId());
    steps();
    world.clock.forward(Duration.ofSeconds(50));
    steps();
  }

  /** What there is to do of the run within the next quarter of an hour. */
  private void steps() {
    for (int i = 0; i < 30; i++) {
      world.queue.runSteps().takeNext().ifPresent(step -> world.advanceRun.step(step, words -> {}));
      if (i % 2 == 1 && world.queue.runSteps().isEmpty()) {
        return;
      }
      if (!world
          .queue
          .firstVisibleAt()
          .isAfter(world.clock.instant().plus(Duration.ofMinutes(15)))) {
        world.clock.forwardTo(world.queue.firstVisibleAt());
      }
    }
  }
}
