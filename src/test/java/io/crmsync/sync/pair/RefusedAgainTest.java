package io.crmsync.sync.pair;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.PairId;
import io.crmsync.domain.contact.UserId;
import io.crmsync.domain.mailbox.MailboxState;
import io.crmsync.domain.pair.Outcome;
import io.crmsync.domain.reason.Reason;
import io.crmsync.domain.reason.Why;
import io.crmsync.domain.removal.Due;
import io.crmsync.sync.call.Caller.Role;
import io.crmsync.sync.fakes.FakeMailbox;
import io.crmsync.sync.fakes.MailboxCall;
import io.crmsync.sync.port.JobQueue.Lane;
import io.crmsync.sync.port.MailboxBusy;
import io.crmsync.sync.port.MailboxRefused;
import io.crmsync.sync.port.PairMessage;
import io.crmsync.sync.port.StepMessage;
import io.crmsync.sync.world.ApiWorld;
import io.crmsync.sync.world.Crashes;
import io.crmsync.sync.world.People;
import io.crmsync.sync.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** R19: what the service refused is tried again without waiting for a change. */
class RefusedAgainTest {
  private static final ContactId C1 = new ContactId("c1");
  private static final UserId U1 = new UserId("u1");

  private final World world = new World();
  private FakeMailbox mailbox;

  @BeforeEach
  void aRefusedContact() {
    world.user("u1");
    world.crm.put(People.person("c1", "First", "u1"));
    mailbox = world.mailbox("u1");
    refuse(1);
    world.night();
    assertThat(world.pair("u1", "c1").why()).contains(Why.refused("ErrorX"));
  }

  @Test
  void whatIsRefusedForGoodIsTriedTheNextNightThenAfterTwoFourAndEverySevenNights() {
    refuse(100);
    List<Integer> tried = new ArrayList<>();
    for (int night = 1; night <= 24; night++) {
      mailbox.forgetCalls();
      world.night();
      if (mailbox.calls(MailboxCall.CREATE) > 0) {
        tried.add(night);
      }
    }
    assertThat(tried).containsExactly(1, 3, 7, 14, 21);
  }

  @Test
  void aRefusalThatPassesIsMadeGoodTheNextNightAndLeavesNothingBehind() {
    world.night();
    assertThat(world.copies("u1", "c1")).hasSize(1);
    world.night();
    assertThat(due()).isEmpty();
    mailbox.forgetCalls();
    world.night();
    assertThat(mailbox.calls(MailboxCall.CREATE)).isZero();
  }

  @Test
  void aRefusalThatWasOnlyHalfNotedAndWhoseMessageWasLostIsMadeGoodTheNextNight() {
    ContactId second = new ContactId("c2");
    world.night();
    world.mailboxes.change(U1, MailboxState::woken); // it catches up: pages leave its pairs to that
    world.crm.put(People.person("c2", "Second", "u1"));
    refuse(1);
    world.crashes.listen(
        call -> {
          if (call.equals("PairStore.write") && !world.due.of(second).isEmpty()) {
            world.crashes.listen(next -> {});
            world.queue.pairs(Lane.NIGHTLY).takeAll();
            throw new Crashes.Killed(call);
          }
        });
    world.clock.forward(Duration.ofHours(23));
    world.startRun.nightly();
    while (world.due.of(second).isEmpty()) {
      world.clock.forwardTo(world.queue.firstVisibleAt());
      world.workOne();
    }
    world.queue.pairs(Lane.NIGHTLY).takeAll();
    assertThat(world.pair("u1", "c2").open()).isTrue();
    world.drain();
    world.night();
    world.night();
    assertThat(world.copies("u1", "c2")).hasSize(1);
  }

  @Test
  void aChangeIsTriedAtOnceAndCountedAnew() {
    refuse(2);
    world.night();
    world.crm.put(People.position(world.crm.find(C1).orElseThrow(), "Boss"));
    tell();
    assertThat(due()).map(Due::refusals).contains(1);
    world.night();
    assertThat(world.copies("u1", "c1")).hasSize(1);
  }

  @Test
  void whatWasWrittenMeanwhileIsStruckOffWithoutAMessage() {
    world.crm.put(People.position(world.crm.find(C1).orElseThrow(), "Boss"));
    tell();
    assertThat(world.pair("u1", "c1").outcome()).contains(Outcome.CREATED);
    mailbox.forgetCalls();
    world.night();
    assertThat(due()).isEmpty();
  }

  @Test
  void aTryWhoseMessageIsLostComesAgain() {
    world.clock.forward(Duration.ofHours(23));
    world.startRun.nightly();
    while (world.queue.runSteps().takeNext().map(this::step).isPresent()) {
      world.queue.pairs(Lane.NIGHTLY).takeAll();
    }
    assertThat(world.copies("u1", "c1")).isEmpty();
    world.night();
    assertThat(world.copies("u1", "c1")).hasSize(1);
  }

  @Test
  void throttledAttemptsDoNotCountTowardsGivingUp() {
    world.night();
    world.crm.put(People.position(world.crm.find(C1).orElseThrow(), "Boss"));
    for (int i = 0; i < 15; i++) {
      mailbox.failBefore(
          MailboxCall.UPDATE,
          new MailboxBusy(MailboxBusy.Cause.THROTTLED, "429", Optional.of(Duration.ofSeconds(20))));
    }
    tell();
    assertThat(world.pair("u1", "c1").outcome()).contains(Outcome.UPDATED);
  }

  @Test
  void aShortPauseIsKeptByAnInstanceThatRemembersAnotherState() {
    world.mailboxes.remember(U1);
    Instant until = world.clock.instant().plusSeconds(20);
    var unused = world.mailboxes.change(U1, state -> state.throttledUntil(until));
    mailbox.forgetCalls();
    assertThat(world.reconcile("u1", "c1", Lane.NOW).why()).contains(Why.of(Reason.THROTTLED));
    assertThat(mailbox.calls(MailboxCall.CREATE)).isZero();
  }

  @Test
  void aLastAttemptThatIsThrottledIsNotTheLast() {
    PairMessage message = PairMessage.of(new PairId(U1, C1));
    for (int i = 0; i < 9; i++) {
      message = message.nextAttempt();
    }
    mailbox.failBefore(
        MailboxCall.CREATE, new MailboxBusy(MailboxBusy.Cause.THROTTLED, "429", Optional.empty()));
    assertThat(world.reconcilePair.reconcile(message, Lane.NOW).ended()).isFalse();
  }

  private Optional<Due> due() {
    return world.due.find(new PairId(U1, C1));
  }

  private void refuse(int times) {
    for (int i = 0; i < times; i++) {
      mailbox.failBefore(MailboxCall.CREATE, new MailboxRefused("ErrorX", "create 400"));
    }
  }

  private Object step(StepMessage message) {
    return world.advanceRun.step(message, world.journal::add);
  }

  private void tell() {
    var unused =
        world.acceptNotice.accept(
            ApiWorld.application("crm", Role.ON_BEHALF), new TreeSet<>(List.of(C1)));
    world.drain();
  }
}
