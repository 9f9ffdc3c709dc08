package io.crmsync.sync.pair;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.Field;
import io.crmsync.domain.contact.PairId;
import io.crmsync.domain.contact.UserId;
import io.crmsync.sync.fakes.CallHook;
import io.crmsync.sync.fakes.FakeMailbox;
import io.crmsync.sync.fakes.MailboxCall;
import io.crmsync.sync.port.JobQueue.Lane;
import io.crmsync.sync.port.PairMessage;
import io.crmsync.sync.world.OnePair;
import io.crmsync.sync.world.People;
import io.crmsync.sync.world.World;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/**
 * Messages come twice, late and in the wrong order: what a pair holds is decided by the rows alone
 * (R19).
 */
class OvertakingMessagesTest {
  private final OnePair pair = new OnePair();
  private final World world = pair.world;

  @Test
  void anUpdateIsNotOvertakenByOneOfAnOlderState() {
    world.night();
    AtomicBoolean once = new AtomicBoolean();
    world.outlook.onEveryCall(
        new CallHook() {
          @Override
          public void before(FakeMailbox mailbox, MailboxCall call) {
            if (call == MailboxCall.UPDATE && once.compareAndSet(false, true)) {
              pair.change(c -> People.position(c, "Second"));
              pair.readOne();
              assertThat(world.reconcile("u1", "c1", Lane.NIGHTLY).ended()).isFalse();
            }
          }
        });
    pair.change(c -> People.position(c, "First"));
    world.night();
    assertThat(world.copy("u1", "c1").plainValue(Field.POSITION)).isEqualTo("Second");
    assertThat(world.pair("u1", "c1").open()).isFalse();
  }

  @Test
  void repeatedAndReorderedMessagesOfAnyAgeChangeNothing() {
    world.night();
    pair.change(c -> People.position(c, "Boss"));
    world.night();
    world.outlook.forgetCalls();
    PairMessage old = PairMessage.of(new PairId(new UserId("u1"), new ContactId("c1")));
    world.queue.sendPairs(List.of(old, old, old), Lane.NIGHTLY);
    world.queue.sendPairs(List.of(old), Lane.NOW);
    world.drain();
    assertThat(world.outlook.calls()).isZero();
  }
}
