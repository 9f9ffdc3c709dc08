package io.crmsync.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.CrmContact;
import io.crmsync.domain.contact.Field;
import io.crmsync.domain.contact.UserId;
import io.crmsync.sync.fakes.FakeMailbox;
import io.crmsync.sync.fakes.MailboxCall;
import io.crmsync.sync.port.JobQueue.Lane;
import io.crmsync.sync.port.MailboxBusy;
import io.crmsync.sync.port.MailboxClosed;
import io.crmsync.sync.port.MailboxState.Parked;
import io.crmsync.sync.port.Run;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** R22: mailboxes that are missing, closed, named twice, renamed or exchanged. */
class MailboxStatesTest {
  private final World world = new World();

  @BeforeEach
  void twoUsersWithTwoContacts() {
    world.user("u1");
    world.user("u2");
    world.crm.put(People.person("c1", "Ada", "u1", "u2"));
    world.crm.put(People.person("c2", "Ben", "u1"));
  }

  @Test
  void aMissingMailboxIsParkedAndTheOthersGoOn() {
    world.mailbox("u1").close(MailboxClosed.Reason.MISSING);
    assertThat(world.night().status()).isEqualTo(Run.Status.COMPLETED);
    assertThat(parked("u1").reason()).isEqualTo("mailboxMissing");
    assertThat(world.copies("u2", "c1")).hasSize(1);
  }

  @Test
  void itIsTriedAgainAfterAnHourAndCatchesUp() {
    world.mailbox("u1").close(MailboxClosed.Reason.OUT_OF_SCOPE);
    world.night();
    world.mailbox("u1").reopen();
    world.clock.forward(Duration.ofMinutes(61));
    world.drain();
    assertThat(world.mailboxes.of(new UserId("u1")).parked()).isEmpty();
    assertThat(world.mailbox("u1").contacts()).hasSize(2);
  }

  @Test
  void thePauseDoublesUpToADay() {
    world.mailbox("u1").close(MailboxClosed.Reason.FULL);
    world.night();
    Duration before = Duration.ZERO;
    for (int hours : new int[] {1, 2, 4, 8, 16, 24, 24}) {
      Duration pause = Duration.between(world.clock.instant(), parked("u1").nextTry());
      assertThat(pause).isBetween(before, Duration.ofHours(hours));
      before = pause.minusMinutes(1);
      world.clock.forwardTo(parked("u1").nextTry().plusSeconds(1));
      world.drain();
    }
  }

  @Test
  void nothingIsSentToAParkedMailboxMeanwhile() {
    world.mailbox("u1").close(MailboxClosed.Reason.MISSING);
    world.night();
    world.outlook.forgetCalls();
    assertThat(world.look("u1", "c2", Lane.NIGHTLY).reason()).isEqualTo("mailboxMissing");
    assertThat(world.outlook.calls()).isZero();
  }

  @Test
  void byHandItIsTriedAtOnceAndCatchesUp() {
    world.mailbox("u1").close(MailboxClosed.Reason.MISSING);
    world.night();
    world.mailbox("u1").reopen();
    assertThat(world.look("u1", "c2", Lane.NOW).ended()).isTrue();
    world.drain();
    assertThat(world.mailbox("u1").contacts()).hasSize(2);
  }

  @Test
  void aMailboxThatTwoActiveUsersNameIsNeitherWrittenNorEmptied() {
    world.night();
    world.crm.putUser("u3", "U1@example.com", true);
    world.crm.delete(new ContactId("c2"));
    world.outlook.forgetCalls();
    world.night();
    assertThat(parked("u1").reason()).isEqualTo("mailboxTwice");
    assertThat(world.mailbox("u1").contacts()).hasSize(2);
    assertThat(world.outlook.calls()).isZero();
    world.crm.dropUser("u3");
    world.night();
    world.night();
    assertThat(world.mailbox("u1").contacts()).hasSize(1);
  }

  @Test
  void aRenamedMailboxKeepsItsCopies() {
    world.night();
    world.mailbox("u1").rename("new@example.com");
    world.crm.putUser("u1", "new@example.com", true);
    world.night();
    world.night();
    assertThat(world.outlook.calls(MailboxCall.CREATE)).isEqualTo(3);
    assertThat(world.outlook.at("new@example.com").contacts()).hasSize(2);
    assertThat(world.mailboxes.of(new UserId("u1")).epoch()).isZero();
  }

  @Test
  void aMailboxThatIsBusyWhenItIsAskedWhetherItWasRenamedIsAskedAgain() {
    world.night();
    FakeMailbox mailbox = world.mailbox("u1");
    mailbox.failBefore(
        MailboxCall.HAS_FOLDER,
        new MailboxBusy(MailboxBusy.Cause.THROTTLED, "429", Optional.empty()));
    mailbox.rename("new@example.com");
    world.crm.putUser("u1", "new@example.com", true);
    CrmContact before = world.crm.find(new ContactId("c1")).orElseThrow();
    world.crm.put(People.position(before, "Boss"));
    world.night();
    assertThat(world.outlook.calls(MailboxCall.CREATE)).isEqualTo(3);
    assertThat(mailbox.contacts()).anyMatch(c -> c.plainValue(Field.POSITION).equals("Boss"));
  }

  @Test
  void inAnotherMailboxThePairsBeginAnewAndTheOldCopiesAreRemoved() {
    world.night();
    world.crm.putUser("u1", "other@example.com", true);
    world.night();
    assertThat(world.outlook.at("other@example.com").contacts()).hasSize(2);
    world.night();
    assertThat(world.mailbox("u1").contacts()).isEmpty();
    assertThat(world.mailbox("u1").binned()).hasSize(2);
    assertThat(world.outlook.at("other@example.com").contacts()).hasSize(2);
    assertThat(world.pair("u1", "c1").former()).isEmpty();
    world.outlook.forgetCalls();
    world.night();
    assertThat(world.outlook.calls()).isZero();
  }

  @Test
  void anotherMailboxIsNoticedThoughTheTableOfMailboxesWasLostInBetween() {
    world.night();
    world.crm.putUser("u1", "second@example.com", true);
    world.night();
    world.night();
    world.mailboxes.lose();
    world.restart();
    CrmContact before = world.crm.find(new ContactId("c1")).orElseThrow();
    world.crm.put(People.position(before, "Boss"));
    world.night();
    world.crm.putUser("u1", "third@example.com", true);
    world.night();
    world.night();
    assertThat(world.outlook.at("third@example.com").contacts()).hasSize(2);
    assertThat(world.outlook.at("second@example.com").contacts()).isEmpty();
  }

  @Test
  void anInactiveUsersCopiesAreRemovedThoughTheTableOfMailboxesWasLost() {
    world.night();
    world.mailboxes.lose();
    world.restart();
    world.crm.putUser("u1", "u1@example.com", false);
    world.night();
    world.night();
    assertThat(world.mailbox("u1").contacts()).isEmpty();
  }

  @Test
  void butNotInAMailboxThatIsAnothersByNow() {
    world.night();
    world.mailboxes.lose();
    world.restart();
    world.crm.putUser("u1", "u1@example.com", false);
    world.crm.putUser("u3", "u1@example.com", true);
    world.night();
    world.night();
    assertThat(world.mailbox("u1").contacts()).hasSize(2);
  }

  @Test
  void anOldMailboxThatNoLongerAnswersIsLeftAlone() {
    world.night();
    world.mailbox("u1").close(MailboxClosed.Reason.MISSING);
    world.crm.putUser("u1", "other@example.com", true);
    world.night();
    world.night();
    assertThat(world.outlook.at("other@example.com").contacts()).hasSize(2);
    assertThat(world.pair("u1", "c1").former()).isEmpty();
    assertThat(world.due.of(new ContactId("c1"))).isEmpty();
  }

  private Parked parked(String user) {
    return world.mailboxes.of(new UserId(user)).parked().orElseThrow();
  }
}
