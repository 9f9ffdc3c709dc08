package io.crmsync.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmsync.domain.audience.Directory;
import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.CrmContact;
import io.crmsync.domain.contact.Field;
import io.crmsync.domain.contact.GroupId;
import io.crmsync.domain.contact.PairId;
import io.crmsync.domain.contact.UserId;
import io.crmsync.domain.contact.ViewSecurity;
import io.crmsync.domain.outlook.FolderId;
import io.crmsync.domain.outlook.ListSlot;
import io.crmsync.domain.outlook.OutlookId;
import io.crmsync.domain.pair.Outcome;
import io.crmsync.domain.reason.Reason;
import io.crmsync.domain.reason.Why;
import io.crmsync.domain.run.Run;
import io.crmsync.sync.call.Caller.Role;
import io.crmsync.sync.fakes.BinnedCopies;
import io.crmsync.sync.fakes.CallHook;
import io.crmsync.sync.fakes.FakeMailbox;
import io.crmsync.sync.fakes.MailboxCall;
import io.crmsync.sync.pair.Look;
import io.crmsync.sync.port.CrmFeed;
import io.crmsync.sync.port.FeedPage;
import io.crmsync.sync.port.JobQueue.Lane;
import io.crmsync.sync.port.Lookup;
import io.crmsync.sync.port.MailboxBusy;
import io.crmsync.sync.port.MailboxBusy.Cause;
import io.crmsync.sync.port.MailboxClosed;
import io.crmsync.sync.port.MailboxRefused;
import io.crmsync.sync.port.PairMessage;
import io.crmsync.sync.port.RunMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What must hold although messages, answers and workers do as they please (R19). */
class HazardsTest {
  private static final ListSlot EMAILS = ListSlot.EMAILS;

  private final World world = new World();

  @BeforeEach
  void oneUserAndOneContact() {
    world.user("u1");
    world.crm.put(People.person("c1", "Ada", "u1"));
  }

  @Test
  void twoWorkersOnOnePairMakeOneCopy() {
    world.clock.forward(Duration.ofHours(1));
    AtomicBoolean once = new AtomicBoolean();
    List<Look> second = new ArrayList<>();
    world.outlook.onEveryCall(
        new CallHook() {
          @Override
          public void before(FakeMailbox mailbox, MailboxCall call) {
            if (call == MailboxCall.CREATE && once.compareAndSet(false, true)) {
              second.add(world.look("u1", "c1", Lane.NOW));
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
    world.mailbox("u1").failAfter(MailboxCall.CREATE, noAnswer());
    world.night();
    assertThat(world.copies("u1", "c1")).hasSize(1);
    assertThat(world.outlook.calls(MailboxCall.CREATE)).isEqualTo(1);
    assertThat(world.pair("u1", "c1").link()).isPresent();
  }

  @Test
  void aCreateThatComesTrueOnlyAfterTheSearchLeavesOneCopyInTheEnd() {
    FakeMailbox mailbox = world.mailbox("u1");
    mailbox.failAfter(MailboxCall.CREATE, noAnswer());
    mailbox.searchLags(true);
    afterCreate(2, () -> mailbox.searchLags(false)); // what the first one made shows up from now on
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
    mailbox.failAfter(MailboxCall.CREATE, noAnswer());
    mailbox.searchLags(true);
    afterCreate(3, () -> mailbox.searchLags(false));
    change(c -> People.position(c, "Boss"));
    world.night();
    assertThat(mailbox.calls(MailboxCall.CREATE)).isEqualTo(3);
    OutlookId linked = world.pair("u1", "c1").link().orElseThrow().outlookId();
    assertThat(world.copy("u1", "c1").id()).isEqualTo(linked);
  }

  @Test
  void whoIsKilledAfterATakenOverReCreationDoesNotCostTheSecondLook() {
    world.night();
    FakeMailbox mailbox = world.mailbox("u1");
    mailbox.user().purge(world.copy("u1", "c1").id());
    mailbox.failAfter(MailboxCall.CREATE, noAnswer());
    mailbox.searchLags(true);
    afterCreate(
        3,
        () -> {
          mailbox.searchLags(false); // both are there now, and the worker dies before it can tell
          throw new Crashes.Killed("after the create");
        });
    change(c -> People.position(c, "Boss"));
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
    now.failAfter(MailboxCall.CREATE, noAnswer());
    world.night();
    world.night();
    assertThat(before.marked(new ContactId("c1"))).isEmpty();
    assertThat(now.marked(new ContactId("c1"))).hasSize(1);
    assertThat(now.calls(MailboxCall.CREATE)).isEqualTo(1);
  }

  @Test
  void aThrottledCreateIsRepeatedAfterTheTimeAskedForAndNotBefore() {
    FakeMailbox mailbox = world.mailbox("u1");
    mailbox.failBefore(MailboxCall.CREATE, throttled(Duration.ofSeconds(90)));
    world.startRun.nightly();
    while (mailbox.calls(MailboxCall.CREATE) == 0) {
      world.clock.forwardTo(world.queue.firstVisibleAt());
      world.workOne();
    }
    assertThat(world.mailboxes.of(new UserId("u1")).notBefore())
        .contains(world.clock.instant().plusSeconds(90));
    assertThat(world.look("u1", "c1", Lane.NIGHTLY).why()).contains(Why.of(Reason.THROTTLED));
    assertThat(mailbox.calls(MailboxCall.CREATE)).isEqualTo(1);
    world.drain();
    assertThat(world.copies("u1", "c1")).hasSize(1);
  }

  @Test
  void anUpdateIsNotOvertakenByOneOfAnOlderState() {
    world.night();
    AtomicBoolean once = new AtomicBoolean();
    world.outlook.onEveryCall(
        new CallHook() {
          @Override
          public void before(FakeMailbox mailbox, MailboxCall call) {
            if (call == MailboxCall.UPDATE && once.compareAndSet(false, true)) {
              change(c -> People.position(c, "Second"));
              readOne();
              assertThat(world.look("u1", "c1", Lane.NIGHTLY).ended()).isFalse();
            }
          }
        });
    change(c -> People.position(c, "First"));
    world.night();
    assertThat(world.copy("u1", "c1").plainValue(Field.POSITION)).isEqualTo("Second");
    assertThat(world.pair("u1", "c1").open()).isFalse();
  }

  @Test
  void repeatedAndReorderedMessagesOfAnyAgeChangeNothing() {
    world.night();
    change(c -> People.position(c, "Boss"));
    world.night();
    world.outlook.forgetCalls();
    PairMessage old = PairMessage.of(new PairId(new UserId("u1"), new ContactId("c1")));
    world.queue.sendPairs(List.of(old, old, old), Lane.NIGHTLY);
    world.queue.sendPairs(List.of(old), Lane.NOW);
    world.drain();
    assertThat(world.outlook.calls()).isZero();
  }

  @Test
  void aRemovalIsNotRepeatedOnWhatLiesInDeletedItems() {
    World soft = new World(World.settings(Map.of()));
    soft.user("u1");
    soft.crm.put(People.person("c1", "Ada", "u1"));
    soft.night();
    soft.mailbox("u1").failAfter(MailboxCall.REMOVE, noAnswer());
    soft.crm.put(People.team(soft.crm.find(new ContactId("c1")).orElseThrow()));
    soft.night();
    assertThat(soft.mailbox("u1").calls(MailboxCall.REMOVE)).isEqualTo(1);
    assertThat(soft.mailbox("u1").binned()).hasSize(1);
    assertThat(soft.pairs.ofUser(new UserId("u1"), Optional.empty(), 10)).isEmpty();
  }

  @Test
  void whatTheUserBinnedBeforeTheRemovalIsLeftInTheBin() {
    world.night();
    world.mailbox("u1").user().bin(world.copy("u1", "c1").id());
    change(c -> People.team(c));
    world.night();
    assertThat(world.mailbox("u1").calls(MailboxCall.REMOVE)).isZero();
    assertThat(world.mailbox("u1").binned()).hasSize(1);
    assertThat(world.due.range(Optional.empty(), Optional.empty())).isEmpty();
  }

  @Test
  void aFolderThatTheUserDeletedIsMadeAnewAndNothingIsCreatedInTheBin() {
    world.night();
    world.mailbox("u1").user().deleteFolder(world.folderOf("u1"));
    change(c -> People.position(c, "Boss"));
    world.night();
    assertThat(world.copy("u1", "c1").plainValue(Field.POSITION)).isEqualTo("Boss");
    assertThat(world.mailbox("u1").binned()).hasSize(1);
    world.crm.put(People.person("c2", "Ben", "u1"));
    world.night();
    assertThat(world.copy("u1", "c2").folder()).isEqualTo(world.copy("u1", "c1").folder());
    assertThat(world.mailbox("u1").binned()).hasSize(1);
  }

  @Test
  void aRenamedFolderStaysOurs() {
    world.night();
    world.mailbox("u1").user().renameFolder(world.folderOf("u1"), "My customers");
    world.crm.put(People.person("c2", "Ben", "u1"));
    world.night();
    assertThat(world.copy("u1", "c2").folder()).isEqualTo(world.copy("u1", "c1").folder());
  }

  @Test
  void aCopyMovedToAnotherContactFolderIsUpdatedWhereItIs() {
    world.night();
    OutlookId id = world.copy("u1", "c1").id();
    var friends = world.mailbox("u1").user().createFolder("Friends");
    world.mailbox("u1").user().move(id, friends);
    change(c -> People.position(c, "Boss"));
    world.night();
    assertThat(world.copy("u1", "c1").id()).isEqualTo(id);
    assertThat(world.copy("u1", "c1").folder()).isEqualTo(friends);
    assertThat(world.copy("u1", "c1").plainValue(Field.POSITION)).isEqualTo("Boss");
  }

  @Test
  void aRefusedContactIsLeftWithTheReasonUntilItChangesOrTheNextNightTriesItAgain() {
    world.mailbox("u1").failBefore(MailboxCall.CREATE, new MailboxRefused("ErrorX", "create 400"));
    world.night();
    assertThat(world.pair("u1", "c1").outcome()).contains(Outcome.FAILED);
    assertThat(world.pair("u1", "c1").why()).contains(Why.refused("ErrorX"));
    assertThat(world.copies("u1", "c1")).isEmpty();
    world.night();
    assertThat(world.copies("u1", "c1")).hasSize(1);
  }

  @Test
  void aPoisonedPairIsSeenAndTriedAgainTheNextNight() {
    world.night();
    change(c -> People.position(c, "Boss"));
    PairMessage poisoned = PairMessage.of(new PairId(new UserId("u1"), new ContactId("c1")));
    world.failPair.fail(poisoned);
    assertThat(world.pair("u1", "c1").outcome()).contains(Outcome.FAILED);
    assertThat(world.pair("u1", "c1").why()).contains(Why.of(Reason.POISONED));
    world.night();
    assertThat(world.copy("u1", "c1").plainValue(Field.POSITION)).isEqualTo("Boss");
    assertThat(world.due.range(Optional.empty(), Optional.empty())).isEmpty();
  }

  @Test
  void aDirectoryReadBeforeTheRevocationDoesNotUndoIt() {
    world.crm.putGroup("g1", People.users("u1"));
    change(
        c ->
            People.security(
                c,
                new ViewSecurity(
                    ViewSecurity.Scope.GROUP, Optional.empty(), Set.of(new GroupId("g1")))));
    world.night();
    Run run = world.startRun.nightly();
    world.queue.runSteps().takeAll();
    world
        .useCases(whileDirectoryIsRead(this::revokeWithANotice), world.queue)
        .runs()
        .advanceRun()
        .step(new RunMessage(run.runId(), 0, 0), words -> {});
    world.drain();
    assertThat(world.copies("u1", "c1")).isEmpty();
    assertThat(world.outlook.calls(MailboxCall.CREATE)).isEqualTo(1);
  }

  @Test
  void whatWasGivenUpInTheDayIsTriedAgainInTheVeryNextNight() {
    world.night();
    change(c -> People.position(c, "Boss"));
    readOne();
    world.queue.pairs(Lane.NOW).takeAll();
    world.failPair.fail(PairMessage.of(new PairId(new UserId("u1"), new ContactId("c1"))));
    world.clock.forward(Duration.ofHours(11));
    world.startRun.nightly();
    world.drain();
    assertThat(world.copy("u1", "c1").plainValue(Field.POSITION)).isEqualTo("Boss");
    assertThat(world.due.range(Optional.empty(), Optional.empty())).isEmpty();
  }

  @Test
  void aStaleAnswerDoesNotUndoARevocation() {
    world.night();
    CrmContact before = world.crm.find(new ContactId("c1")).orElseThrow();
    var askedEarly = world.clock.instant();
    world.clock.forward(Duration.ofSeconds(1));
    change(c -> People.team(c));
    readOne();
    world.recordContacts.recordOne(new ContactId("c1"), Optional.of(before), askedEarly);
    assertThat(world.contacts.find(new ContactId("c1")).orElseThrow().value().audience()).isEmpty();
  }

  @Test
  void aRunThatStandsStillIsPushedOnAndInTheThirdNightGivenUp() {
    Run lost = world.startRun.nightly();
    world.queue.runSteps().takeAll();
    world.clock.forward(Duration.ofMinutes(29));
    assertThat(world.startRun.nightly().runId()).isEqualTo(lost.runId());
    assertThat(world.queue.runSteps().isEmpty()).isTrue();
    world.clock.forward(Duration.ofHours(23));
    assertThat(world.startRun.nightly().runId()).isEqualTo(lost.runId());
    assertThat(world.queue.runSteps().takeAll())
        .containsExactly(new RunMessage(lost.runId(), 0, 0));
    world.clock.forward(Duration.ofHours(24));
    world.startRun.nightly();
    world.queue.runSteps().takeAll();
    world.clock.forward(Duration.ofHours(24));
    Run fresh = world.startRun.nightly();
    assertThat(fresh.runId()).isNotEqualTo(lost.runId());
    assertThat(world.runs.find(lost.runId()).orElseThrow().value().status())
        .isEqualTo(Run.Status.FAILED);
    world.drain();
    assertThat(world.copies("u1", "c1")).hasSize(1);
  }

  @Test
  void aStepThatIsDoneAlreadyIsNotDoneAgainButTheNextOneIsSent() {
    Run run = world.startRun.nightly();
    world.workOne();
    world.queue.runSteps().takeAll();
    world.advanceRun.step(new RunMessage(run.runId(), 0, 0), words -> {});
    assertThat(world.queue.runSteps().takeAll()).containsExactly(new RunMessage(run.runId(), 1, 0));
  }

  @Test
  void aPoisonedStepThatWasDoneAfterAllDoesNotKeepTheRunWaiting() {
    Run run = world.startRun.nightly();
    world.workOne();
    world.queue.runSteps().takeAll(); // it was done, and the next one could not be sent
    world.failRun.fail(new RunMessage(run.runId(), 0, 0));
    world.drain();
    assertThat(world.runs.latest().orElseThrow().value().status()).isEqualTo(Run.Status.COMPLETED);
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

  /** Nobody is in the group g1 any more, and a change notice brings that to the mailboxes. */
  private void revokeWithANotice() {
    world.clock.forward(Duration.ofSeconds(1));
    world.crm.putGroup("g1", Set.of());
    world.notifyChanges.tell(
        Desk.application("crm", Role.ON_BEHALF), new TreeSet<>(Set.of(new ContactId("c1"))));
    world.drain();
  }

  /** The CRM, whose answer about users and groups was true before this happened. */
  private CrmFeed whileDirectoryIsRead(Runnable happens) {
    return new CrmFeed() {
      @Override
      public FeedPage contacts(Optional<ContactId> after, int limit) {
        return world.crm.contacts(after, limit);
      }

      @Override
      public Lookup contact(ContactId id) {
        return world.crm.contact(id);
      }

      @Override
      public Directory directory() {
        Directory early = world.crm.directory();
        happens.run();
        return early;
      }
    };
  }

  @Test
  void aChangeTakenBackWhileItsAnswerIsLostIsTakenBackInOutlook() {
    change(c -> People.position(c, "Before"));
    world.night();
    lostUpdate(c -> People.position(c, "After"));
    assertThat(world.copy("u1", "c1").plainValue(Field.POSITION)).isEqualTo("After");
    changeNow(c -> People.position(c, "Before"));
    world.night();
    assertThat(world.copy("u1", "c1").plainValue(Field.POSITION)).isEqualTo("Before");
    assertThat(world.pair("u1", "c1").claim()).isEmpty();
    world.outlook.forgetCalls();
    world.night();
    assertThat(world.outlook.calls()).isZero();
  }

  @Test
  void soIsOneThatWasTakenBackWhileTheContactCouldNotBeWritten() {
    change(c -> People.position(c, "Before"));
    world.night();
    lostUpdate(c -> People.position(c, "After"));
    changeNow(c -> People.first(People.position(c, "Before"), "Deceased"));
    world.night();
    change(c -> People.first(c, "Ada"));
    world.night();
    assertThat(world.copy("u1", "c1").plainValue(Field.POSITION)).isEqualTo("Before");
  }

  @Test
  void aSecondChangeAfterALostOneCostsTheUserNoEntry() {
    world.night();
    OutlookId id = world.copy("u1", "c1").id();
    world.mailbox("u1").user().editList(id, EMAILS, List.of("own@x.org", "c1@example.com"));
    lostUpdate(c -> People.email(c, "second@x.org"));
    assertThat(emails()).containsExactly("own@x.org", "second@x.org");
    changeNow(c -> People.email(c, "third@x.org"));
    world.night();
    assertThat(emails()).containsExactly("own@x.org", "third@x.org");
  }

  @Test
  void norDoesAChangeAfterALostAdoption() {
    FakeMailbox mailbox = world.mailbox("u1");
    FolderId folder = mailbox.user().createFolder("CRM Contacts");
    OutlookId own = mailbox.user().add(folder, Map.of(Field.EMAIL, "c1@example.com"));
    mailbox.user().editList(own, EMAILS, List.of("own@x.org", "c1@example.com"));
    lostUpdate(c -> People.position(c, "Boss"));
    assertThat(world.copies("u1", "c1")).hasSize(1);
    assertThat(world.pair("u1", "c1").link()).isEmpty();
    changeNow(c -> People.email(c, "third@x.org"));
    world.night();
    assertThat(emails()).containsExactly("own@x.org", "third@x.org");
  }

  @Test
  void aLostAdoptionLeavesWithTheAccessWhereverItsUserMovedIt() {
    FakeMailbox mailbox = world.mailbox("u1");
    FolderId folder = mailbox.user().createFolder("CRM Contacts");
    OutlookId own = mailbox.user().add(folder, Map.of(Field.EMAIL, "c1@example.com"));
    lostUpdate(c -> People.position(c, "Boss"));
    mailbox.user().move(own, mailbox.user().createFolder("Mine"));
    world.queue.pairs(Lane.NIGHTLY).takeAll();
    change(c -> People.team(c));
    world.night();
    assertThat(world.copies("u1", "c1")).isEmpty();
    assertThat(mailbox.binned()).hasSize(1);
  }

  @Test
  void theRemovalOfACopyLeavesTheUsersDuplicateElsewhere() {
    world.night();
    FakeMailbox mailbox = world.mailbox("u1");
    FolderId mine = mailbox.user().createFolder("Mine");
    mailbox.user().copy(world.copy("u1", "c1").id(), mine);
    lostUpdate(c -> People.position(c, "Boss"));
    world.queue.pairs(Lane.NIGHTLY).takeAll();
    change(c -> People.team(c));
    world.night();
    assertThat(world.copy("u1", "c1").folder()).isEqualTo(mine);
  }

  @Test
  void whatWasClearedWhileACreateWasUnansweredIsCleared() {
    world.mailbox("u1").failAfter(MailboxCall.CREATE, noAnswer());
    change(c -> People.city(People.position(c, "Boss"), "Bonn"));
    readFirst();
    assertThat(world.copy("u1", "c1").plainValue(Field.POSITION)).isEqualTo("Boss");
    changeNow(c -> People.city(People.position(People.email(c, ""), ""), ""));
    world.night();
    assertThat(world.copy("u1", "c1").plainValue(Field.POSITION)).isEmpty();
    assertThat(world.copy("u1", "c1").plainValue(Field.BUSINESS_CITY)).isEmpty();
    assertThat(emails()).isEmpty();
    assertThat(world.mailbox("u1").calls(MailboxCall.CREATE)).isEqualTo(1);
  }

  @Test
  void soIsWhatWasClearedWhileAReCreationWasUnanswered() {
    change(c -> People.city(c, "Bonn"));
    world.night();
    world.mailbox("u1").user().purge(world.copy("u1", "c1").id());
    world.mailbox("u1").failAfter(MailboxCall.CREATE, noAnswer());
    change(c -> People.position(c, "Boss"));
    readOne();
    world.look("u1", "c1", Lane.NIGHTLY);
    assertThat(world.copy("u1", "c1").plainValue(Field.BUSINESS_CITY)).isEqualTo("Bonn");
    changeNow(c -> People.city(c, ""));
    world.night();
    assertThat(world.copy("u1", "c1").plainValue(Field.BUSINESS_CITY)).isEmpty();
    assertThat(world.copy("u1", "c1").plainValue(Field.POSITION)).isEqualTo("Boss");
  }

  @Test
  void aThrottledUpdateDoesNotTakeTheUsersOwnDuplicate() {
    world.night();
    FakeMailbox mailbox = world.mailbox("u1");
    mailbox.user().copy(world.copy("u1", "c1").id(), mailbox.user().createFolder("Mine"));
    mailbox.failBefore(MailboxCall.UPDATE, throttled(Duration.ofSeconds(90)));
    change(c -> People.position(c, "Boss"));
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
    mailbox.failAfter(MailboxCall.UPDATE, noAnswer());
    change(c -> People.position(c, "Boss"));
    world.night();
    assertThat(world.copies("u1", "c1")).hasSize(2);
    assertThat(mailbox.calls(MailboxCall.REMOVE)).isZero();
  }

  @Test
  void norDoesTheSecondLookAfterAKilledOne() {
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
    change(c -> People.position(c, "Boss"));
    world.night();
    assertThat(world.copies("u1", "c1")).hasSize(2);
    assertThat(mailbox.calls(MailboxCall.REMOVE)).isZero();
    assertThat(world.pair("u1", "c1").claim()).isEmpty();
  }

  @Test
  void aFoundCopyWhoseRepairIsRefusedStillLeavesWithTheAccess() {
    FakeMailbox mailbox = world.mailbox("u1");
    mailbox.failAfter(MailboxCall.CREATE, noAnswer());
    readFirst();
    mailbox.failBefore(MailboxCall.UPDATE, new MailboxRefused("ErrorX", "update 400"));
    mailbox.failBefore(MailboxCall.UPDATE, new MailboxRefused("ErrorX", "update 400"));
    change(c -> People.position(c, "Boss"));
    world.night(); // two messages of the pair are on their way
    assertThat(world.pair("u1", "c1").outcome()).contains(Outcome.FAILED);
    assertThat(world.pair("u1", "c1").link()).isPresent();
    change(c -> People.team(c));
    world.night();
    assertThat(world.copies("u1", "c1")).isEmpty();
  }

  @Test
  void soDoesACopyThatALostCreateLeftBehindWhenTheNextOneIsRefused() {
    FakeMailbox mailbox = world.mailbox("u1");
    mailbox.failAfter(MailboxCall.CREATE, noAnswer());
    mailbox.searchLags(true);
    readFirst();
    mailbox.failBefore(MailboxCall.CREATE, new MailboxRefused("ErrorX", "create 400"));
    mailbox.failBefore(MailboxCall.CREATE, new MailboxRefused("ErrorX", "create 400"));
    world.drain(); // the second look tries it as well
    assertThat(world.pair("u1", "c1").outcome()).contains(Outcome.FAILED);
    mailbox.searchLags(false);
    change(c -> People.team(c));
    world.night();
    assertThat(world.copies("u1", "c1")).isEmpty();
  }

  @Test
  void aFoundCopyWhoseRepairWasRefusedIsRepairedByTheNextChange() {
    world.night();
    OutlookId id = world.copy("u1", "c1").id();
    world.mailbox("u1").user().editList(id, EMAILS, List.of("c1@example.com", "own@x.org"));
    World rebuilt = new World(world);
    rebuilt
        .mailbox("u1")
        .failBefore(MailboxCall.UPDATE, new MailboxRefused("ErrorX", "update 400"));
    change(c -> People.email(People.position(c, "Boss"), "second@x.org"));
    rebuilt.night();
    assertThat(rebuilt.pair("u1", "c1").outcome()).contains(Outcome.FAILED);
    change(c -> People.email(c, "third@x.org"));
    rebuilt.night();
    assertThat(rebuilt.copy("u1", "c1").plainValue(Field.POSITION)).isEqualTo("Boss");
    assertThat(rebuilt.copy("u1", "c1").entries(EMAILS))
        .as("the base is lost: whose the first one is nobody knows (R12)")
        .containsExactly("c1@example.com", "own@x.org", "third@x.org");
  }

  @Test
  void aRefusedAdoptionGivesItsReservationBack() {
    FakeMailbox mailbox = world.mailbox("u1");
    FolderId folder = mailbox.user().createFolder("CRM Contacts");
    OutlookId own = mailbox.user().add(folder, Map.of(Field.EMAIL, "c1@example.com"));
    mailbox.failBefore(MailboxCall.UPDATE, new MailboxRefused("ErrorX", "update 400"));
    world.night();
    assertThat(world.pair("u1", "c1").outcome()).contains(Outcome.FAILED);
    world.crm.delete(new ContactId("c1"));
    world.crm.put(People.email(People.person("c2", "Ada", "u1"), "c1@example.com"));
    world.night();
    assertThat(world.copy("u1", "c2").id()).isEqualTo(own);
  }

  @Test
  void theSecondLookIsMadeThoughTheContactMayNotBeWrittenForAWhile() {
    twoCopiesByALateCreate();
    change(c -> People.first(c, "Deceased"));
    readOne();
    world.drain();
    assertThat(world.copies("u1", "c1")).hasSize(2);
    change(c -> People.first(c, "Ada"));
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
      world.mailbox("u1").failBefore(MailboxCall.FOLDERS, noAnswer());
    }
    world.drain();
    world.night();
    world.night();
    assertThat(world.copies("u1", "c1")).hasSize(1);
  }

  @Test
  void aMailboxThatNeverSettlesIsGivenUpAndTriedAgainTheNextNight() {
    FakeMailbox mailbox = world.mailbox("u1");
    FolderId folder = mailbox.user().createFolder("CRM Contacts");
    OutlookId own = mailbox.user().add(folder, Map.of(Field.EMAIL, "c1@example.com"));
    world.outlook.onEveryCall(
        new CallHook() {
          @Override
          public void before(FakeMailbox at, MailboxCall call) {
            if (call == MailboxCall.READ) {
              world.clock.forward(Duration.ofMinutes(4)); // too little is left of the claim
            }
          }
        });
    world.startRun.nightly();
    for (int looks = 0; looks < 200 && !world.queue.firstVisibleAt().equals(Instant.MAX); looks++) {
      world.clock.forwardTo(world.queue.firstVisibleAt());
      world.workOne();
    }
    assertThat(world.pair("u1", "c1").outcome()).contains(Outcome.FAILED);
    assertThat(mailbox.calls(MailboxCall.READ)).isEqualTo(10);
    world.outlook.onEveryCall(new CallHook() {});
    world.night();
    assertThat(world.copy("u1", "c1").id()).isEqualTo(own);
  }

  @Test
  void aFoundCopyThatIsBinnedWhileItIsWrittenIsNotLinked() {
    world.night();
    change(c -> People.position(c, "Boss"));
    World rebuilt = new World(world);
    rebuilt.outlook.binnedCopies(BinnedCopies.ANSWER);
    binnedBeforeItIsWritten(rebuilt);
    rebuilt.night();
    assertThat(rebuilt.copy("u1", "c1").id().value())
        .isEqualTo(rebuilt.pair("u1", "c1").link().orElseThrow().outlookId().value());
  }

  /** The copy that is written next is in Deleted Items by then. */
  private static void binnedBeforeItIsWritten(World at) {
    OutlookId id = at.copy("u1", "c1").id();
    AtomicBoolean once = new AtomicBoolean();
    at.outlook.onEveryCall(
        new CallHook() {
          @Override
          public void before(FakeMailbox mailbox, MailboxCall call) {
            if (call == MailboxCall.UPDATE && once.compareAndSet(false, true)) {
              mailbox.user().bin(id);
            }
          }
        });
  }

  /** A create is repeated after its answer was lost, and both came true in the end. */
  private void twoCopiesByALateCreate() {
    FakeMailbox mailbox = world.mailbox("u1");
    mailbox.failAfter(MailboxCall.CREATE, noAnswer());
    mailbox.searchLags(true);
    readFirst();
    while (mailbox.calls(MailboxCall.CREATE) < 2) {
      world.clock.forwardTo(world.queue.firstVisibleAt());
      world.workOne();
    }
    mailbox.searchLags(false);
    assertThat(world.copies("u1", "c1")).hasSize(2);
  }

  /** The pair's first write, whose answer never comes. */
  private void readFirst() {
    readAll();
    workUntil(MailboxCall.CREATE);
  }

  /** The CRM changes the contact; the PATCH for it is carried out, and its answer lost. */
  private void lostUpdate(java.util.function.UnaryOperator<CrmContact> how) {
    world.mailbox("u1").failAfter(MailboxCall.UPDATE, noAnswer());
    change(how);
    world.clock.forward(Duration.ofHours(23));
    readAll();
    workUntil(MailboxCall.UPDATE);
  }

  /** A whole run, but for the looks at pairs that it queues. */
  private void readAll() {
    Run run = world.startRun.nightly();
    while (world.runs.find(run.runId()).orElseThrow().value().status() == Run.Status.RUNNING) {
      world.advanceRun.step(world.queue.runSteps().takeNext().orElseThrow(), words -> {});
    }
  }

  private void workUntil(MailboxCall call) {
    int before = world.mailbox("u1").calls(call);
    while (world.mailbox("u1").calls(call) == before) {
      world.clock.forwardTo(world.queue.firstVisibleAt());
      world.workOne();
    }
  }

  private List<String> emails() {
    return world.copy("u1", "c1").entries(EMAILS);
  }

  /** What happens once this many copies were made in all, before the application hears of it. */
  private void afterCreate(int many, Runnable happens) {
    world.outlook.onEveryCall(
        new CallHook() {
          @Override
          public void after(FakeMailbox at, MailboxCall call) {
            if (call == MailboxCall.CREATE && at.calls(MailboxCall.CREATE) == many) {
              happens.run();
            }
          }
        });
  }

  private void change(java.util.function.UnaryOperator<CrmContact> how) {
    world.crm.put(how.apply(world.crm.find(new ContactId("c1")).orElseThrow()));
  }

  /** The CRM changes the contact, and is asked for it before anything else is done. */
  private void changeNow(java.util.function.UnaryOperator<CrmContact> how) {
    change(how);
    readOne();
  }

  /** The CRM is asked for the contact now, as a right-click would. */
  private void readOne() {
    world.recordContacts.recordOne(
        new ContactId("c1"), world.crm.find(new ContactId("c1")), world.clock.instant());
  }

  private static MailboxBusy noAnswer() {
    return new MailboxBusy(Cause.OUTCOME_UNKNOWN, "no answer in time", Optional.empty());
  }

  private static MailboxBusy throttled(Duration retryAfter) {
    return new MailboxBusy(Cause.THROTTLED, "429", Optional.of(retryAfter));
  }
}
