package io.crmsync.sync.pair;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmsync.domain.contact.Field;
import io.crmsync.domain.outlook.OutlookId;
import io.crmsync.sync.fakes.CallHook;
import io.crmsync.sync.fakes.FakeMailbox;
import io.crmsync.sync.fakes.MailboxCall;
import io.crmsync.sync.port.MailboxClosed;
import io.crmsync.sync.world.Crashes;
import io.crmsync.sync.world.OnePair;
import io.crmsync.sync.world.People;
import io.crmsync.sync.world.World;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/**
 * A create that was taken over is looked at once more: it finds the second copy, and leaves the
 * user's own alone (R19).
 */
class RecheckTest {
  private final OnePair pair = new OnePair();
  private final World world = pair.world;

  @Test
  void theRecheckIsMadeThoughTheContactMayNotBeWrittenForAWhile() {
    twoCopiesByALateCreate();
    pair.change(c -> People.first(c, "Deceased"));
    pair.readOne();
    world.drain();
    assertThat(world.copies("u1", "c1")).hasSize(2);
    pair.change(c -> People.first(c, "Ada"));
    world.night();
    assertThat(world.copies("u1", "c1")).hasSize(1);
  }

  @Test
  void norIsItForgottenWhereTheMailboxIsClosedJustThen() {
    twoCopiesByALateCreate();
    world.mailbox("u1").close(MailboxClosed.Cause.MISSING);
    world.drain();
    world.mailbox("u1").reopen();
    world.night();
    world.night();
    assertThat(world.copies("u1", "c1")).hasSize(1);
    assertThat(world.pair("u1", "c1").claim()).isEmpty();
  }

  @Test
  void norWhereTheMailboxDoesNotAnswerUntilTheLastTry() {
    twoCopiesByALateCreate();
    for (int i = 0; i < 10; i++) {
      world.mailbox("u1").failBefore(MailboxCall.FOLDERS, OnePair.noAnswer());
    }
    world.drain();
    world.night();
    world.night();
    assertThat(world.copies("u1", "c1")).hasSize(1);
  }

  @Test
  void aThrottledUpdateDoesNotTakeTheUsersOwnDuplicate() {
    world.night();
    FakeMailbox mailbox = world.mailbox("u1");
    mailbox.user().copy(world.copy("u1", "c1").id(), mailbox.user().createFolder("Mine"));
    mailbox.failBefore(MailboxCall.UPDATE, OnePair.throttled(Duration.ofSeconds(90)));
    pair.change(c -> People.position(c, "Boss"));
    world.night();
    assertThat(world.copies("u1", "c1"))
        .extracting(copy -> copy.plainValue(Field.POSITION))
        .containsExactlyInAnyOrder("Buyer", "Boss");
    assertThat(mailbox.calls(MailboxCall.FOLDERS)).isZero();
    assertThat(mailbox.calls(MailboxCall.REMOVE)).isZero();
  }

  @Test
  void norDoesOneWhoseAnswerIsLost() {
    world.night();
    FakeMailbox mailbox = world.mailbox("u1");
    mailbox.user().copy(world.copy("u1", "c1").id(), mailbox.user().createFolder("Mine"));
    mailbox.failAfter(MailboxCall.UPDATE, OnePair.noAnswer());
    pair.change(c -> People.position(c, "Boss"));
    world.night();
    assertThat(world.copies("u1", "c1")).hasSize(2);
    assertThat(mailbox.calls(MailboxCall.REMOVE)).isZero();
  }

  @Test
  void norDoesTheRecheckAfterAKilledOne() {
    world.night();
    FakeMailbox mailbox = world.mailbox("u1");
    OutlookId ours = world.copy("u1", "c1").id();
    mailbox.user().copy(ours, mailbox.user().createFolder("Mine"));
    world.clock.forward(Duration.ofHours(1));
    AtomicBoolean once = new AtomicBoolean();
    world.outlook.onEveryCall(
        new CallHook() {
          @Override
          public void after(FakeMailbox at, MailboxCall call) {
            if (call == MailboxCall.UPDATE && once.compareAndSet(false, true)) {
              throw new Crashes.Killed("after the update");
            }
          }
        });
    pair.change(c -> People.position(c, "Boss"));
    world.night();
    assertThat(world.copies("u1", "c1")).hasSize(2);
    assertThat(mailbox.calls(MailboxCall.REMOVE)).isZero();
    assertThat(world.pair("u1", "c1").claim()).isEmpty();
  }

  /** A create is repeated after its answer was lost, and both came true in the end. */
  private void twoCopiesByALateCreate() {
    FakeMailbox mailbox = world.mailbox("u1");
    mailbox.failAfter(MailboxCall.CREATE, OnePair.noAnswer());
    mailbox.searchLags(true);
    pair.readFirst();
    while (mailbox.calls(MailboxCall.CREATE) < 2) {
      world.clock.forwardTo(world.queue.firstVisibleAt());
      world.workOne();
    }
    mailbox.searchLags(false);
    assertThat(world.copies("u1", "c1")).hasSize(2);
  }
}
