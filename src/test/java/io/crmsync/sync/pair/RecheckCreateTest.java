package io.crmsync.sync.pair;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.Field;
import io.crmsync.domain.contact.UserId;
import io.crmsync.domain.outlook.OutlookId;
import io.crmsync.domain.reason.Reason;
import io.crmsync.domain.reason.Why;
import io.crmsync.sync.fakes.CallHook;
import io.crmsync.sync.fakes.FakeMailbox;
import io.crmsync.sync.fakes.MailboxCall;
import io.crmsync.sync.port.JobQueue.Lane;
import io.crmsync.sync.world.Crashes;
import io.crmsync.sync.world.OnePair;
import io.crmsync.sync.world.People;
import io.crmsync.sync.world.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** Whoever creates, however often and however late the answer: one copy in the end (R19). */
class RecheckCreateTest {
  private final OnePair pair = new OnePair();
  private final World world = pair.world;

  @Test
  void twoWorkersOnOnePairMakeOneCopy() {
    world.clock.forward(Duration.ofHours(1));
    AtomicBoolean once = new AtomicBoolean();
    List<ReconcileResult> second = new ArrayList<>();
    world.outlook.onEveryCall(
        new CallHook() {
          @Override
          public void before(FakeMailbox mailbox, MailboxCall call) {
            if (call == MailboxCall.CREATE && once.compareAndSet(false, true)) {
              second.add(world.reconcile("u1", "c1", Lane.NOW));
            }
          }
        });
    world.night();
    assertThat(second).hasSize(1);
    assertThat(second.get(0).why()).contains(Why.of(Reason.CLAIMED));
    assertThat(world.outlook.calls(MailboxCall.CREATE)).isEqualTo(1);
    assertThat(world.copies("u1", "c1")).hasSize(1);
  }

  @Test
  void aCreateWhoseAnswerIsLostIsFoundByItsMark() {
    world.mailbox("u1").failAfter(MailboxCall.CREATE, OnePair.noAnswer());
    world.night();
    assertThat(world.copies("u1", "c1")).hasSize(1);
    assertThat(world.outlook.calls(MailboxCall.CREATE)).isEqualTo(1);
    assertThat(world.pair("u1", "c1").link()).isPresent();
  }

  @Test
  void aCreateThatComesTrueOnlyAfterTheSearchLeavesOneCopyInTheEnd() {
    FakeMailbox mailbox = world.mailbox("u1");
    mailbox.failAfter(MailboxCall.CREATE, OnePair.noAnswer());
    mailbox.searchLags(true);
    pair.afterCreate(
        2, () -> mailbox.searchLags(false)); // what the first one made shows up from now on
    world.night();
    assertThat(mailbox.calls(MailboxCall.CREATE)).isEqualTo(2);
    OutlookId linked = world.pair("u1", "c1").link().orElseThrow().outlookId();
    assertThat(world.copy("u1", "c1").id()).isEqualTo(linked);
  }

  @Test
  void soDoesAReCreationThatComesTrueTooLate() {
    world.night();
    FakeMailbox mailbox = world.mailbox("u1");
    mailbox.user().purge(world.copy("u1", "c1").id());
    mailbox.failAfter(MailboxCall.CREATE, OnePair.noAnswer());
    mailbox.searchLags(true);
    pair.afterCreate(3, () -> mailbox.searchLags(false));
    pair.change(c -> People.position(c, "Boss"));
    world.night();
    assertThat(mailbox.calls(MailboxCall.CREATE)).isEqualTo(3);
    OutlookId linked = world.pair("u1", "c1").link().orElseThrow().outlookId();
    assertThat(world.copy("u1", "c1").id()).isEqualTo(linked);
  }

  @Test
  void whoIsKilledAfterATakenOverReCreationDoesNotCostTheRecheck() {
    world.night();
    FakeMailbox mailbox = world.mailbox("u1");
    mailbox.user().purge(world.copy("u1", "c1").id());
    mailbox.failAfter(MailboxCall.CREATE, OnePair.noAnswer());
    mailbox.searchLags(true);
    pair.afterCreate(
        3,
        () -> {
          mailbox.searchLags(false); // both are there now, and the worker dies before it can tell
          throw new Crashes.Killed("after the create");
        });
    pair.change(c -> People.position(c, "Boss"));
    world.night();
    assertThat(mailbox.calls(MailboxCall.CREATE)).isEqualTo(3);
    OutlookId linked = world.pair("u1", "c1").link().orElseThrow().outlookId();
    assertThat(world.copy("u1", "c1").id()).isEqualTo(linked);
  }

  @Test
  void aLostCreateIsStillLookedForAfterTheCopyInTheFormerMailboxIsGone() {
    world.night();
    FakeMailbox before = world.mailbox("u1");
    world.crm.putUser("u1", "new@example.com", true);
    FakeMailbox now = world.outlook.at("new@example.com");
    now.failAfter(MailboxCall.CREATE, OnePair.noAnswer());
    world.night();
    world.night();
    assertThat(before.marked(new ContactId("c1"))).isEmpty();
    assertThat(now.marked(new ContactId("c1"))).hasSize(1);
    assertThat(now.calls(MailboxCall.CREATE)).isEqualTo(1);
  }

  @Test
  void aThrottledCreateIsRepeatedAfterTheTimeAskedForAndNotBefore() {
    FakeMailbox mailbox = world.mailbox("u1");
    mailbox.failBefore(MailboxCall.CREATE, OnePair.throttled(Duration.ofSeconds(90)));
    world.startRun.nightly();
    while (mailbox.calls(MailboxCall.CREATE) == 0) {
      world.clock.forwardTo(world.queue.firstVisibleAt());
      world.workOne();
    }
    assertThat(world.mailboxes.of(new UserId("u1")).notBefore())
        .contains(world.clock.instant().plusSeconds(90));
    assertThat(world.reconcile("u1", "c1", Lane.NIGHTLY).why()).contains(Why.of(Reason.THROTTLED));
    assertThat(mailbox.calls(MailboxCall.CREATE)).isEqualTo(1);
    world.drain();
    assertThat(world.copies("u1", "c1")).hasSize(1);
  }

  @Test
  void lostTablesAreRebuiltFromTheMarksWithoutASecondCopy() {
    world.night();
    world.mailbox("u1").user().edit(world.copy("u1", "c1").id(), Field.WEBSITE, "own.example.com");
    World rebuilt = new World(world);
    rebuilt.night();
    assertThat(rebuilt.copies("u1", "c1")).hasSize(1);
    assertThat(rebuilt.mailbox("u1").calls(MailboxCall.CREATE)).isEqualTo(1);
    assertThat(rebuilt.copy("u1", "c1").plainValue(Field.WEBSITE)).isEqualTo("own.example.com");
  }
}
