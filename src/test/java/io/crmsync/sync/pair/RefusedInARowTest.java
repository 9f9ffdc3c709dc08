package io.crmsync.sync.pair;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.UserId;
import io.crmsync.domain.mailbox.MailboxState;
import io.crmsync.domain.mailbox.MailboxState.Parked;
import io.crmsync.domain.pair.Outcome;
import io.crmsync.domain.reason.Reason;
import io.crmsync.domain.reason.Why;
import io.crmsync.sync.fakes.FakeMailbox;
import io.crmsync.sync.fakes.MailboxCall;
import io.crmsync.sync.port.JobQueue.Lane;
import io.crmsync.sync.port.MailboxRefused;
import io.crmsync.sync.world.People;
import io.crmsync.sync.world.World;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** R19: what is refused for three contacts in a row is the mailbox's refusal, not theirs. */
class RefusedInARowTest {
  private static final UserId U1 = new UserId("u1");

  private final World world = new World();
  private FakeMailbox mailbox;

  @BeforeEach
  void fiveContactsOfOneUser() {
    world.user("u1");
    mailbox = world.mailbox("u1");
    for (int i = 1; i <= 5; i++) {
      world.crm.put(People.person("c" + i, "First", "u1"));
    }
  }

  @Test
  void aRefusalOfThreeContactsInARowIsTheMailboxs() {
    refuse("ErrorX", 3);
    world.night();
    assertThat(parked().map(Parked::why)).contains(Why.refused("ErrorX"));
    assertThat(mailbox.calls(MailboxCall.CREATE)).isEqualTo(3);
    assertThat(mailbox.contacts()).isEmpty();
  }

  @Test
  void theirPairsStayOpenAndAreWokenWithTheMailbox() {
    refuse("ErrorX", 3);
    world.night();
    for (int i = 1; i <= 5; i++) {
      assertThat(world.pair("u1", "c" + i).open()).as("c" + i).isTrue();
    }
    world.clock.forward(Duration.ofMinutes(61));
    world.drain();
    assertThat(parked()).isEmpty();
    assertThat(mailbox.contacts()).hasSize(5);
    assertThat(state().refusals()).isEmpty();
  }

  @Test
  void whoRefusesStillIsLeftAloneTwiceAsLongAndCostsOneRequest() {
    refuse("ErrorX", 4);
    world.night();
    Parked before = parked().orElseThrow();
    mailbox.forgetCalls();
    world.clock.forward(Duration.ofMinutes(61));
    world.drain();
    assertThat(mailbox.calls(MailboxCall.CREATE)).isEqualTo(1);
    assertThat(parked().orElseThrow().pause()).isGreaterThan(before.pause());
    assertThat(parked().orElseThrow().since()).isEqualTo(before.since());
  }

  @Test
  void whoAsksByHandIsLetInAtOnce() {
    refuse("ErrorX", 3);
    world.night();
    assertThat(world.reconcile("u1", "c4", Lane.NOW).outcome()).isEqualTo(Outcome.CREATED);
    world.drain();
    assertThat(parked()).isEmpty();
    assertThat(mailbox.contacts()).hasSize(5);
  }

  @Test
  void aSuccessInBetweenMakesThemTheContactsOwn() {
    refuse("ErrorX", 2);
    world.night();
    assertThat(state().refusals()).isEmpty();
    refuse("ErrorX", 2);
    world.night();
    assertThat(parked()).isEmpty();
  }

  @Test
  void refusalsOfDifferentKindsAreTheContactsOwn() {
    refuse("ErrorX", 2);
    refuse("ErrorY", 2);
    refuse("ErrorX", 1);
    world.night();
    assertThat(parked()).isEmpty();
    assertThat(refused()).isEqualTo(5);
  }

  @Test
  void oneContactThatIsRefusedNightAfterNightIsItsOwn() {
    for (int i = 2; i <= 5; i++) {
      world.crm.put(People.team(world.crm.find(new ContactId("c" + i)).orElseThrow()));
    }
    refuse("ErrorX", 10);
    for (int night = 0; night < 9; night++) {
      world.night();
    }
    assertThat(parked()).isEmpty();
    assertThat(refused()).isEqualTo(1);
  }

  private long refused() {
    return world.pairs.ofUser(U1, Optional.empty(), 10).stream()
        .filter(pair -> pair.isFor(Reason.REFUSED))
        .count();
  }

  private void refuse(String code, int times) {
    for (int i = 0; i < times; i++) {
      mailbox.failBefore(MailboxCall.CREATE, new MailboxRefused(code, "create 400"));
    }
  }

  private MailboxState state() {
    return world.mailboxes.latest(U1);
  }

  private Optional<Parked> parked() {
    return state().parked();
  }
}
