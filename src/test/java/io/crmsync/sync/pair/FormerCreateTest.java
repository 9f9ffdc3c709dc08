package io.crmsync.sync.pair;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.PairId;
import io.crmsync.domain.contact.UserId;
import io.crmsync.sync.fakes.FakeMailbox;
import io.crmsync.sync.fakes.MailboxCall;
import io.crmsync.sync.port.MailboxBusy;
import io.crmsync.sync.world.People;
import io.crmsync.sync.world.SnapshotOnly;
import io.crmsync.sync.world.World;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** R19, R22: nobody heard how a create ended, and its user gets another mailbox meanwhile. */
class FormerCreateTest {
  private static final ContactId C1 = new ContactId("c1");
  private static final PairId PAIR = new PairId(new UserId("u1"), C1);

  private final World world = new World();
  private FakeMailbox before;
  private FakeMailbox now;

  @BeforeEach
  void aUserHasAMailbox() {
    world.user("u1");
    world.crm.put(People.person("c9", "Cy", "u1"));
    world.night();
    before = world.mailbox("u1");
    now = world.outlook.at("new@example.com");
    world.clock.forward(Duration.ofMinutes(11));
  }

  @Test
  void theCopyLeavesTheFormerMailboxThroughTheGuard() {
    before.failAfter(MailboxCall.CREATE, lost());
    arrives();
    moves();
    assertThat(now.marked(C1)).hasSize(1);
    assertThat(before.marked(C1)).hasSize(1);
    assertThat(world.due.of(C1)).hasSize(1);
    nights(2);
    assertSettled();
  }

  @Test
  void soDoesOneThatShowsAfterItWasLookedFor() {
    before.searchLags(true);
    before.failAfter(MailboxCall.CREATE, lost());
    arrives();
    getsAnother();
    while (now.marked(C1).isEmpty()) {
      world.clock.forwardTo(world.queue.firstVisibleAt());
      world.workOne();
    }
    assertThat(world.due.of(C1)).isEmpty();
    before.searchLags(false);
    world.drain();
    nights(2);
    assertSettled();
  }

  @Test
  void soItIsWhereTheUserMayNotHaveItAnyMore() {
    before.failAfter(MailboxCall.CREATE, lost());
    arrives();
    world.crm.put(People.team(People.person("c1", "Ada", "u1"), "u9"));
    moves();
    nights(3);
    assertThat(now.marked(C1)).isEmpty();
    assertThat(before.marked(C1)).isEmpty();
    assertThat(world.pairs.find(PAIR).version().absent()).isTrue();
  }

  private void arrives() {
    world.crm.put(People.person("c1", "Ada", "u1"));
    SnapshotOnly.record(world, world.crm.find(C1).orElseThrow());
    world.workOne();
    assertThat(world.pair("u1", "c1").unknownWrites().creatingSince()).isPresent();
  }

  private void moves() {
    getsAnother();
    world.drain();
  }

  private void getsAnother() {
    world.crm.putUser("u1", "new@example.com", true);
    world.clock.forward(Duration.ofMinutes(7));
    world.directories.store(world.crm.directory(), world.clock.instant());
  }

  private void assertSettled() {
    assertThat(before.marked(C1)).isEmpty();
    assertThat(now.marked(C1)).hasSize(1);
    assertThat(world.pair("u1", "c1").former()).isEmpty();
    assertThat(world.due.of(C1)).isEmpty();
  }

  private void nights(int count) {
    for (int i = 0; i < count; i++) {
      world.night();
    }
  }

  private static MailboxBusy lost() {
    return new MailboxBusy(MailboxBusy.Cause.OUTCOME_UNKNOWN, "no answer", Optional.empty());
  }
}
