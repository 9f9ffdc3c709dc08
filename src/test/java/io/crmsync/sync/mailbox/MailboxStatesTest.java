package io.crmsync.sync.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmsync.domain.audience.Directory;
import io.crmsync.domain.audience.MailboxAddress;
import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.CrmContact;
import io.crmsync.domain.contact.Field;
import io.crmsync.domain.contact.PairId;
import io.crmsync.domain.contact.UserId;
import io.crmsync.domain.mailbox.MailboxState;
import io.crmsync.domain.mailbox.MailboxState.Parked;
import io.crmsync.domain.outlook.OutlookId;
import io.crmsync.domain.reason.Reason;
import io.crmsync.domain.reason.Why;
import io.crmsync.domain.run.Run;
import io.crmsync.sync.fakes.CallHook;
import io.crmsync.sync.fakes.FakeMailbox;
import io.crmsync.sync.fakes.MailboxCall;
import io.crmsync.sync.fakes.OutlookUser;
import io.crmsync.sync.port.JobQueue.Lane;
import io.crmsync.sync.port.MailboxBusy;
import io.crmsync.sync.port.MailboxClosed;
import io.crmsync.sync.port.MailboxRefused;
import io.crmsync.sync.port.PairMessage;
import io.crmsync.sync.port.PairMessage.Check;
import io.crmsync.sync.world.Held;
import io.crmsync.sync.world.People;
import io.crmsync.sync.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
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
    world.mailbox("u1").close(MailboxClosed.Cause.MISSING);
    assertThat(world.night().status()).isEqualTo(Run.Status.COMPLETED);
    assertThat(parked("u1").why()).isEqualTo(Why.of(Reason.MAILBOX_MISSING));
    assertThat(world.copies("u2", "c1")).hasSize(1);
  }

  @Test
  void itIsTriedAgainAfterAnHourAndCatchesUp() {
    world.mailbox("u1").close(MailboxClosed.Cause.OUT_OF_SCOPE);
    world.night();
    world.mailbox("u1").reopen();
    world.clock.forward(Duration.ofMinutes(61));
    world.drain();
    assertThat(world.mailboxes.of(new UserId("u1")).parked()).isEmpty();
    assertThat(world.mailbox("u1").contacts()).hasSize(2);
  }

  @Test
  void thePauseDoublesUpToADay() {
    world.mailbox("u1").close(MailboxClosed.Cause.FULL);
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
    world.mailbox("u1").close(MailboxClosed.Cause.MISSING);
    world.night();
    world.outlook.forgetCalls();
    assertThat(world.reconcile("u1", "c2", Lane.NIGHTLY).why())
        .contains(Why.of(Reason.MAILBOX_MISSING));
    assertThat(world.outlook.calls()).isZero();
  }

  @Test
  void byHandItIsTriedAtOnceAndCatchesUp() {
    world.mailbox("u1").close(MailboxClosed.Cause.MISSING);
    world.night();
    world.mailbox("u1").reopen();
    assertThat(world.reconcile("u1", "c2", Lane.NOW).ended()).isTrue();
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
    assertThat(parked("u1").why()).isEqualTo(Why.of(Reason.MAILBOX_TWICE));
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
        MailboxCall.DEFAULT_FOLDER,
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
  void alsoBeforeAnythingWasWrittenToThePresentOneAgain() {
    world.night();
    world.mailboxes.lose();
    world.restart();
    world.crm.putUser("u1", "other@example.com", true);
    world.night();
    world.night();
    assertThat(world.mailbox("u1").contacts()).isEmpty();
    assertThat(world.outlook.at("other@example.com").contacts()).hasSize(2);
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
  void anOldMailboxThatIsMissingForGoodIsLeftAlone() {
    world.night();
    world.mailbox("u1").close(MailboxClosed.Cause.MISSING);
    world.crm.putUser("u1", "other@example.com", true);
    world.night();
    world.night();
    assertThat(world.pair("u1", "c1").former()).as("it may come back").hasSize(1);
    world.clock.forward(Duration.ofDays(31));
    world.night();
    assertThat(world.outlook.at("other@example.com").contacts()).hasSize(2);
    assertThat(world.pair("u1", "c1").former()).isEmpty();
    assertThat(world.due.of(new ContactId("c1"))).isEmpty();
  }

  @Test
  void aMailboxValueThatIsCorrectedBeforeTheOldCopiesWentCostsNoCopy() {
    world.night();
    world.withSettings(World.settings().limit(0).build());
    world.crm.putUser("u1", "other@example.com", true);
    world.night();
    world.withSettings(World.DEFAULTS);
    world.crm.putUser("u1", "u1@example.com", true);
    world.night();
    world.night();
    assertThat(world.mailbox("u1").contacts()).hasSize(2);
    assertThat(world.mailbox("u1").binned()).isEmpty();
    assertThat(world.outlook.at("other@example.com").contacts()).isEmpty();
  }

  @Test
  void aCopyThatWasMovedToAnotherFolderIsFoundWhenItsMailboxComesBack() {
    world.night();
    OutlookId moved = world.copy("u1", "c1").id();
    OutlookUser person = world.mailbox("u1").user();
    person.move(moved, person.createFolder("Clients"));
    world.withSettings(World.settings().limit(0).build());
    world.crm.putUser("u1", "other@example.com", true);
    world.night();
    world.crm.putUser("u1", "u1@example.com", true);
    world.night();
    assertThat(world.copy("u1", "c1").id()).isEqualTo(moved);
  }

  @Test
  void aCopyThatCameBackToItsMailboxAndIsToLeaveGoesAsAnyOtherDoes() {
    aCopyThatWasMovedToAnotherFolderIsFoundWhenItsMailboxComesBack();
    world.withSettings(World.DEFAULTS);
    world.crm.delete(new ContactId("c1"));
    world.night();
    world.night();
    assertThat(world.copies("u1", "c1")).isEmpty();
    assertThat(world.outlook.at("other@example.com").marked(new ContactId("c1"))).isEmpty();
    assertThat(world.due.of(new ContactId("c1"))).isEmpty();
  }

  @Test
  void whoTakesOverAMailboxKeepsTheCopiesThatHerPairsFoundThere() {
    world.night();
    world.crm.putUser("u1", "u1@example.com", false);
    world.crm.putUser("u3", "u1@example.com", true);
    world.crm.put(People.person("c1", "Ada", "u1", "u2", "u3"));
    world.night();
    world.night();
    world.night();
    assertThat(world.copies("u1", "c1")).hasSize(1);
    assertThat(world.copies("u1", "c2")).isEmpty();
    assertThat(world.mailbox("u1").binned()).hasSize(1);
    assertThat(world.pair("u3", "c1").link()).isPresent();
    assertThat(world.due.range(Optional.empty(), Optional.empty())).isEmpty();
  }

  @Test
  void whoseMailboxesWereSwappedKeepTheCopiesThatTheirPairsFoundThere() {
    world.night();
    world.crm.putUser("u1", "u2@example.com", true);
    world.crm.putUser("u2", "u1@example.com", true);
    world.night();
    world.night();
    world.night();
    assertThat(world.copies("u1", "c1")).hasSize(1);
    assertThat(world.copies("u1", "c2")).isEmpty();
    assertThat(world.copies("u2", "c1")).hasSize(1);
    assertThat(world.copies("u2", "c2")).hasSize(1);
    assertThat(world.mailbox("u2").binned()).isEmpty();
    assertThat(world.due.range(Optional.empty(), Optional.empty())).isEmpty();
  }

  @Test
  void whoRemembersTheOldAddressDoesNotMoveTheMailboxBack() {
    world.night();
    Directory before = world.directories.latest().orElseThrow();
    world.crm.putUser("u1", "other@example.com", true);
    world.night();
    world.night();
    int epoch = world.mailboxes.of(new UserId("u1")).epoch();
    remember(before);
    CrmContact ada = world.crm.find(new ContactId("c1")).orElseThrow();
    world.recordContacts.recordOne(
        ada.id(), Optional.of(People.position(ada, "Boss")), world.clock.instant());
    world.drain();
    assertThat(world.mailboxes.of(new UserId("u1")).epoch()).isEqualTo(epoch);
    assertThat(world.outlook.at("other@example.com").contacts())
        .anyMatch(copy -> copy.plainValue(Field.POSITION).equals("Boss"));
    assertThat(world.mailbox("u1").contacts()).isEmpty();
  }

  /** From now on the instance remembers this directory, though a newer one is stored. */
  private void remember(Directory older) {
    Directory newest = world.directories.latest().orElseThrow();
    world.directories.store(older, world.clock.instant());
    world.directories.remember();
    world.directories.store(newest, world.clock.instant());
  }

  @Test
  void aMailboxThatMovesBetweenPlanAndDoorIsPlannedAgain() {
    world.night();
    CrmContact ada = world.crm.find(new ContactId("c1")).orElseThrow();
    world.crm.put(People.position(ada, "Boss"));
    world.recordContacts.recordOne(ada.id(), world.crm.find(ada.id()), world.clock.instant());
    world.crm.putUser("u1", "other@example.com", true);
    world.directories.store(world.crm.directory(), world.clock.instant());
    atSecond("MailboxStore.of", () -> anotherInstanceMoves("u1", "other@example.com"));
    assertThat(world.reconcile("u1", "c1", Lane.NOW).why())
        .contains(Why.of(Reason.MAILBOX_CHANGED));
    world.crashes.listen(where -> {});
    world.drain();
    world.night();
    world.night();
    assertThat(world.copies("u1", "c1")).isEmpty();
    assertThat(world.outlook.at("other@example.com").marked(ada.id())).hasSize(1);
  }

  private void atSecond(String call, Runnable happens) {
    AtomicInteger calls = new AtomicInteger();
    world.crashes.listen(
        where -> {
          if (where.equals(call) && calls.incrementAndGet() == 2) {
            happens.run();
          }
        });
  }

  private void anotherInstanceMoves(String user, String address) {
    world.mailboxes.change(
        new UserId(user),
        state -> state.movedTo(new MailboxAddress(address), world.clock.instant()));
  }

  @Test
  void anOldCopyLeavesThoughAnotherRemovalWasHeldMeanwhile() {
    world.night();
    world.withSettings(World.settings().limit(0).build());
    Held.team(world, "c2");
    world.night();
    world.crm.putUser("u1", "other@example.com", true);
    world.night();
    Held.team(world, "c2", "u1");
    world.night();
    world.withSettings(World.DEFAULTS);
    world.night();
    world.night();
    assertThat(world.copies("u1", "c2")).isEmpty();
    assertThat(world.outlook.at("other@example.com").marked(new ContactId("c2"))).hasSize(1);
  }

  @Test
  void aShorterPauseDoesNotShortenALongerOne() {
    Instant until = world.clock.instant().plus(Duration.ofMinutes(20));
    MailboxState later = world.mailboxes.of(new UserId("u1")).throttledUntil(until);
    assertThat(later.throttledUntil(until.minusSeconds(1)).notBefore()).contains(until);
    assertThat(later.throttledUntil(until.plusSeconds(1)).notBefore())
        .contains(until.plusSeconds(1));
  }

  @Test
  void aRemovalTakesWhatIsMarkedInTheFolderThoughTheTableOfMailboxesWasLost() {
    world.night();
    OutlookUser person = world.mailbox("u1").user();
    person.copy(world.copy("u1", "c2").id(), world.folderOf("u1"));
    assertThat(world.copies("u1", "c2")).hasSize(2);
    world.mailboxes.lose();
    world.restart();
    world.crm.delete(new ContactId("c2"));
    world.night();
    world.night();
    assertThat(world.copies("u1", "c2")).isEmpty();
  }

  @Test
  void aNewMailboxThatComesIntoScopeLaterIsFilled() {
    world.night();
    world.outlook.at("other@example.com").close(MailboxClosed.Cause.OUT_OF_SCOPE);
    world.crm.putUser("u1", "other@example.com", true);
    world.night();
    assertThat(parked("u1").why()).isEqualTo(Why.of(Reason.OUT_OF_SCOPE));
    world.clock.forward(Duration.ofHours(30));
    world.drain();
    world.outlook.at("other@example.com").reopen();
    world.night();
    assertThat(world.mailboxes.of(new UserId("u1")).parked()).isEmpty();
    assertThat(world.outlook.at("other@example.com").contacts()).hasSize(2);
  }

  @Test
  void theRetryAloneFillsItToo() {
    world.night();
    world.outlook.at("other@example.com").close(MailboxClosed.Cause.OUT_OF_SCOPE);
    world.crm.putUser("u1", "other@example.com", true);
    world.night();
    world.outlook.at("other@example.com").reopen();
    world.clock.forward(Duration.ofHours(2));
    world.drain();
    assertThat(world.outlook.at("other@example.com").contacts()).hasSize(2);
  }

  @Test
  void aNewMailboxThatFillsUpCatchesUpWhenItHasRoom() {
    world.crm.put(People.person("c3", "Cem", "u1"));
    world.night();
    FakeMailbox other = world.outlook.at("other@example.com");
    world.crm.putUser("u1", "other@example.com", true);
    world.outlook.onEveryCall(
        new CallHook() {
          @Override
          public void after(FakeMailbox mailbox, MailboxCall call) {
            if (call == MailboxCall.CREATE) {
              other.close(MailboxClosed.Cause.FULL);
            }
          }
        });
    world.night();
    assertThat(other.contacts()).hasSize(1);
    assertThat(parked("u1").why()).isEqualTo(Why.of(Reason.MAILBOX_FULL));
    world.outlook.onEveryCall(new CallHook() {});
    other.reopen();
    world.clock.forward(Duration.ofHours(2));
    world.drain();
    assertThat(other.contacts()).hasSize(3);
  }

  @Test
  void aParkedMailboxIsAskedBeforeItCountsAsInUse() {
    world.mailbox("u1").close(MailboxClosed.Cause.MISSING);
    world.night();
    world.clock.forwardTo(parked("u1").nextTry().plusSeconds(1));
    world.queue.pairs(Lane.NIGHTLY).takeAll();
    world.reconcilePair.reconcile(
        PairMessage.of(new PairId(new UserId("u1"), new ContactId("none"))).checking(Check.MAILBOX),
        Lane.NIGHTLY);
    assertThat(parked("u1").pause()).isEqualTo(Duration.ofHours(4));
  }

  @Test
  void aMailboxThatIsLongThrottledWhenItIsAskedWhetherItWasRenamedIsLeftAloneUntilThen() {
    world.night();
    FakeMailbox mailbox = world.mailbox("u1");
    mailbox.failBefore(
        MailboxCall.DEFAULT_FOLDER,
        new MailboxBusy(MailboxBusy.Cause.THROTTLED, "429", Optional.of(Duration.ofMinutes(20))));
    mailbox.failBefore(MailboxCall.DEFAULT_FOLDER, new MailboxRefused("ErrorX", "folder 400"));
    mailbox.rename("new@example.com");
    world.crm.putUser("u1", "new@example.com", true);
    world.directories.store(world.crm.directory(), world.clock.instant());
    PairMessage ask =
        PairMessage.of(new PairId(new UserId("u1"), new ContactId("c1"))).checking(Check.MAILBOX);
    assertThat(world.reconcilePair.reconcile(ask, Lane.NOW).why())
        .contains(Why.of(Reason.THROTTLED));
    assertThat(world.mailboxes.of(new UserId("u1")).notBefore())
        .contains(world.clock.instant().plus(Duration.ofMinutes(20)));
    assertThat(world.queue.pairs(Lane.NOW).messages())
        .containsExactly(ask); // throttled: no attempt is counted
    world.clock.forward(Duration.ofMinutes(21));
    assertThat(world.reconcilePair.reconcile(ask, Lane.NOW).why()).contains(Why.refused("ErrorX"));
    world.night();
    assertThat(world.mailboxes.of(new UserId("u1")).epoch()).isZero();
    assertThat(world.mailboxes.of(new UserId("u1")).isAt(new MailboxAddress("new@example.com")))
        .isTrue();
  }

  private Parked parked(String user) {
    return world.mailboxes.of(new UserId(user)).parked().orElseThrow();
  }
}
