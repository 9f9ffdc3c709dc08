package io.crmsync.sync.sweep;

import static io.crmsync.sync.world.Held.ADMIN_PERSON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.crmsync.domain.audience.AudiencePolicy;
import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.Field;
import io.crmsync.domain.contact.GroupId;
import io.crmsync.domain.contact.PairId;
import io.crmsync.domain.contact.UserId;
import io.crmsync.domain.outlook.OutlookContact;
import io.crmsync.domain.outlook.OutlookId;
import io.crmsync.domain.pair.Claim;
import io.crmsync.domain.pair.Link;
import io.crmsync.domain.reason.Reason;
import io.crmsync.domain.reason.Why;
import io.crmsync.domain.removal.Removal;
import io.crmsync.domain.run.Run;
import io.crmsync.domain.run.Run.Mode;
import io.crmsync.domain.run.Run.Phase;
import io.crmsync.domain.run.Run.Status;
import io.crmsync.domain.run.RunCounts;
import io.crmsync.sync.call.Refusal;
import io.crmsync.sync.fakes.MailboxCall;
import io.crmsync.sync.pair.PairClaims;
import io.crmsync.sync.pair.ReconcileResult;
import io.crmsync.sync.pair.UninstallSwitch;
import io.crmsync.sync.port.CrmUnavailable;
import io.crmsync.sync.port.JobQueue.Lane;
import io.crmsync.sync.port.MailboxClosed;
import io.crmsync.sync.port.MailboxRefused;
import io.crmsync.sync.world.ApiWorld;
import io.crmsync.sync.world.Held;
import io.crmsync.sync.world.People;
import io.crmsync.sync.world.World;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The app is taken out of the mailboxes: a list first, and nothing before an admin says so. */
class UninstallTest {
  private static final UserId U1 = new UserId("u1");
  private World world;
  private OutlookId own;

  @BeforeEach
  void aNight() {
    world = new World(World.settings().removalSecurity(Removal.PERMANENT).build());
    world.user("u1");
    world.user("u2");
    for (int i = 1; i <= 3; i++) {
      world.crm.put(People.person("c" + i, "Name" + i, "u1"));
    }
    world.crm.put(People.person("c9", "Other", "u2"));
    world.night();
    own = world.mailbox("u1").user().add(world.folderOf("u1"), Map.of(Field.LAST_NAME, "Own"));
  }

  @ParameterizedTest
  @EnumSource(names = {"UNINSTALL", "UNMARK"})
  void itListsFirstAndChangesNothing(Mode mode) {
    List<OutlookContact> before = world.mailbox("u1").contacts();
    Run run = start(mode);
    assertThat(run.status()).isEqualTo(Status.REMOVALS_HELD);
    assertThat(run.counts().get(RunCounts.MARKED_COPIES)).isEqualTo(4);
    assertThat(run.counts().get(RunCounts.MAILBOXES_VISITED)).isEqualTo(2);
    assertThat(world.mailbox("u1").contacts()).isEqualTo(before);
    String action = mode == Mode.UNMARK ? "update" : "remove";
    assertThat(report(run))
        .containsExactly(
            tuple("u1", "c1", action, mode.code()),
            tuple("u1", "c2", action, mode.code()),
            tuple("u1", "c3", action, mode.code()),
            tuple("u2", "c9", action, mode.code()));
  }

  @Test
  void onceReleasedEveryMarkedContactIsRemovedSoftlyAndTheUsersOwnStay() {
    Run run = released(start(Mode.UNINSTALL));
    assertThat(run.phase()).isEqualTo(Phase.DONE);
    assertThat(run.counts().get(RunCounts.COPIES_REMOVED)).isEqualTo(4);
    assertThat(run.counts().get(RunCounts.MAILBOXES_CLEARED)).isEqualTo(2);
    assertThat(world.mailbox("u1").contacts()).extracting(OutlookContact::id).containsExactly(own);
    assertThat(world.mailbox("u1").binned()).hasSize(3);
    assertThat(world.mailbox("u2").contacts()).isEmpty();
    assertNoRowTellsOfACopy();
  }

  @Test
  void onceReleasedTheMarksAreClearedAndTheContactsStay() {
    Run run = released(start(Mode.UNMARK));
    assertThat(run.counts().get(RunCounts.MARKS_CLEARED)).isEqualTo(4);
    assertThat(world.mailbox("u1").contacts()).hasSize(4);
    assertThat(world.mailbox("u1").binned()).isEmpty();
    assertThat(world.mailbox("u1").contacts())
        .allSatisfy(contact -> assertThat(contact.mark()).isEmpty());
    assertThat(start(Mode.UNMARK).counts().get(RunCounts.MARKED_COPIES)).isZero();
    assertNoRowTellsOfACopy();
  }

  @ParameterizedTest
  @EnumSource(names = {"UNINSTALL", "UNMARK"})
  void itsListStaysWhatWasLookedAtSoThatOnlyTheCountsTellWhenItIsDone(Mode mode) {
    Run run = start(mode);
    List<Tuple> before = report(run);
    Run done = released(run);
    assertThat(report(run)).isNotEmpty().isEqualTo(before);
    assertThat(
            done.counts().get(RunCounts.MAILBOXES_CLEARED)
                + done.counts().get(RunCounts.MAILBOXES_NOT_CLEARED))
        .isEqualTo(2);
  }

  @Test
  void copiesThatUsersMadeOrMovedAndWhatNoRowKnowsAreRemovedToo() {
    var friends = world.mailbox("u1").user().createFolder("Friends");
    world.mailbox("u1").user().move(world.copy("u1", "c1").id(), friends);
    world.mailbox("u1").user().copy(world.copy("u1", "c2").id(), friends);
    world.pairs.delete(world.pairs.find(new PairId(U1, new ContactId("c3"))));
    Run run = start(Mode.UNINSTALL);
    assertThat(run.counts().get(RunCounts.SECOND_COPIES)).isOne();
    released(run);
    assertThat(world.mailbox("u1").contacts()).extracting(OutlookContact::id).containsExactly(own);
  }

  @Test
  void whatTheUserBinnedIsNotPurged() {
    OutlookId binned = world.copy("u1", "c1").id();
    world.mailbox("u1").user().bin(binned);
    released(start(Mode.UNINSTALL));
    assertThat(world.mailbox("u1").contact(binned)).isPresent();
    assertNoRowTellsOfACopy();
  }

  @Test
  void onceDiscardedEverythingGoesOnAsBefore() {
    Run run = start(Mode.UNINSTALL);
    world.decideRemovals.discard(ADMIN_PERSON, run.runId());
    world.drain();
    assertThat(Held.now(world, run).status()).isEqualTo(Status.REMOVALS_DISCARDED);
    world.crm.put(People.person("c4", "New", "u1"));
    world.night();
    assertThat(world.copies("u1", "c4")).hasSize(1);
    assertThat(world.copies("u1", "c1")).hasSize(1);
  }

  @Test
  void anUninstallThatNobodyDecidesOnIsDroppedByTheNextRun() {
    Run run = start(Mode.UNINSTALL);
    world.night();
    assertThat(Held.now(world, run).status()).isEqualTo(Status.SUPERSEDED);
    assertThat(world.decideRemovals.release(ADMIN_PERSON, run.runId()).refusal())
        .contains(Refusal.NOTHING_HELD);
    assertThat(world.copies("u1", "c1")).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(names = {"UNINSTALL", "UNMARK"})
  void afterwardsNothingPutsAContactBack(Mode mode) {
    released(start(mode));
    int contacts = world.mailbox("u1").contacts().size();
    world.crm.put(People.person("c4", "New", "u1"));
    world.crm.put(People.position(world.crm.find(new ContactId("c1")).orElseThrow(), "Boss"));
    world.night();
    world.night();
    world.reconcile("u1", "c1", Lane.NOW);
    world.requestSync.ask(ApiWorld.user("u1"), "c2", Optional.empty());
    world.drain();
    assertThat(world.mailbox("u1").contacts()).hasSize(contacts);
    assertThat(world.copies("u1", "c1")).isEmpty();
    assertThat(world.copies("u1", "c2")).isEmpty();
  }

  @Test
  void noAttemptWritesFromTheDecisionOn() {
    Run run = start(Mode.UNINSTALL);
    world.decideRemovals.release(ADMIN_PERSON, run.runId());
    world.clock.forward(UninstallSwitch.UNTIL_QUIET.minusSeconds(1));
    world.crm.put(People.person("c4", "New", "u1"));
    ReconcileResult after = world.reconcile("u1", "c1", Lane.NOW);
    assertThat(after.why()).contains(Why.of(Reason.UNINSTALLED));
    assertThat(world.startRun.nightly().runId()).isEqualTo(run.runId());
    assertThat(world.startRun.byHand(ADMIN_PERSON, Mode.FULL).refusal())
        .contains(Refusal.RUN_GOES_ON);
    world.drain();
    assertThat(world.mailbox("u2").contacts()).isEmpty();
  }

  @Test
  void aMailboxWhereSomebodyIsStillAtWorkIsWaitedFor() {
    Run run = start(Mode.UNINSTALL);
    var stored = world.pairs.find(new PairId(U1, new ContactId("c1")));
    var claim = new Claim("w", world.clock.instant().plus(PairClaims.LENGTH));
    world.pairs.write(stored.with(stored.value().claimedBy(claim)));
    world.decideRemovals.release(ADMIN_PERSON, run.runId());
    world.clock.forward(UninstallSwitch.UNTIL_QUIET.plusSeconds(1));
    world.workOne();
    assertThat(world.copies("u1", "c1")).hasSize(1);
    world.drain();
    assertThat(world.copies("u1", "c1")).isEmpty();
    assertThat(Held.now(world, run).counts().get(RunCounts.MAILBOXES_CLEARED)).isEqualTo(2);
  }

  @Test
  void aFullRunByHandBringsEverythingBack() {
    released(start(Mode.UNINSTALL));
    assertThat(start(Mode.FULL).status()).isEqualTo(Status.COMPLETED);
    assertThat(world.copies("u1", "c1")).hasSize(1);
    world.crm.put(People.person("c4", "New", "u1"));
    world.night();
    assertThat(world.copies("u1", "c4")).hasSize(1);
  }

  @Test
  void afterMarksWereClearedAFullRunAdoptsTheContactsAgain() {
    released(start(Mode.UNMARK));
    start(Mode.FULL);
    assertThat(world.mailbox("u1").contacts()).hasSize(4);
    assertThat(world.pair("u1", "c1").link().map(Link::origin)).contains(Link.Origin.ADOPTED);
  }

  @Test
  void aSecondUninstallForMailboxesThatDidNotAnswerDoesNotBringTheAppBack() {
    world.mailbox("u2").close(MailboxClosed.Cause.OUT_OF_SCOPE);
    Run first = released(start(Mode.UNINSTALL));
    assertThat(first.counts().get(RunCounts.MAILBOXES_NOT_CLEARED)).isOne();
    assertThat(world.pair("u2", "c9").link()).as("its copy is still there").isPresent();
    world.mailbox("u2").reopen();
    world.clock.forward(Duration.ofDays(2));
    Run second = start(Mode.UNINSTALL);
    assertThat(second.counts().get(RunCounts.MARKED_COPIES)).isOne();
    assertThat(world.night().runId()).isEqualTo(second.runId());
    assertThat(world.reconcile("u1", "c1", Lane.NOW).why()).contains(Why.of(Reason.UNINSTALLED));
    world.decideRemovals.discard(ADMIN_PERSON, second.runId());
    world.drain();
    world.night();
    assertThat(world.copies("u1", "c1")).isEmpty();
    released(start(Mode.UNINSTALL));
    assertThat(world.copies("u2", "c9")).isEmpty();
  }

  @Test
  void aSecondUninstallThatStandsStillDoesNotBringTheAppBack() {
    released(start(Mode.UNINSTALL));
    world.startRun.byHand(Held.ADMIN_PERSON, Mode.UNINSTALL);
    for (int night = 1; night <= 4; night++) {
      world.queue.runSteps().takeAll();
      world.clock.forward(Duration.ofHours(24));
      world.startRun.nightly();
    }
    world.drain();
    assertThat(world.mailbox("u1").contacts()).hasSize(1);
    assertThat(world.runs.latest().orElseThrow().value().left()).isTrue();
  }

  @Test
  void aMailboxWithMoreCopiesThanAStepTakesIsEmptiedAllTheSame() {
    for (int i = 0; i < 450; i++) {
      world.mailbox("u1").user().copy(world.copies("u1", "c1").get(0).id(), world.folderOf("u1"));
    }
    Run run = released(start(Mode.UNINSTALL));
    assertThat(run.counts().get(RunCounts.COPIES_REMOVED)).isEqualTo(454);
    assertThat(run.counts().get(RunCounts.MAILBOXES_CLEARED)).isEqualTo(2);
    assertThat(world.mailbox("u1").contacts()).hasSize(1);
  }

  @Test
  void aCopyThatTheMailboxRefusesToLetGoIsCountedAndItsRowStays() {
    Run run = start(Mode.UNINSTALL);
    world.mailbox("u1").failBefore(MailboxCall.REMOVE, new MailboxRefused("ErrorOdd", "DELETE"));
    Run done = released(run);
    assertThat(done.counts().get(RunCounts.COPIES_REFUSED)).isOne();
    assertThat(done.counts().get(RunCounts.COPIES_REMOVED)).isEqualTo(3);
    assertThat(world.pair("u1", "c1").link()).isPresent();
    assertThat(world.pair("u1", "c2").link()).isEmpty();
  }

  @Test
  void aCopyInAMailboxThatTheUserHadBeforeIsRemovedToo() {
    world.crm.putUser("u1", "elsewhere@example.com", true);
    world.withSettings(World.settings().limit(0).build());
    world.night();
    assertThat(world.mailbox("u1").contacts()).hasSize(4);
    released(start(Mode.UNINSTALL));
    assertThat(world.mailbox("u1").contacts()).hasSize(1);
    assertThat(world.outlook.at("elsewhere@example.com").contacts()).isEmpty();
    assertNoRowTellsOfACopy();
    assertThat(Held.states(world)).isEmpty();
  }

  @Test
  void mailboxesOutsideThePilotAreLeftAlone() {
    world.crm.putGroup("g", Set.of(new UserId("u2")));
    AudiencePolicy pilot = new AudiencePolicy(Optional.of(new GroupId("g")), false);
    world.night();
    world.withSettings(World.settings().audience(pilot).build());
    released(start(Mode.UNINSTALL));
    assertThat(world.mailbox("u1").contacts()).hasSize(4);
    assertThat(world.mailbox("u2").contacts()).isEmpty();
  }

  @Test
  void itNeedsNoCrm() {
    world.crm.failNextDirectory(new CrmUnavailable("down", Optional.empty()));
    assertThat(released(start(Mode.UNINSTALL)).counts().get(RunCounts.COPIES_REMOVED)).isEqualTo(4);
  }

  @Test
  void theNextNightComparesItselfWithTheRunBeforeTheUninstall() {
    world.decideRemovals.discard(ADMIN_PERSON, start(Mode.UNINSTALL).runId());
    world.drain();
    for (int i = 1; i <= 3; i++) {
      world.crm.delete(new ContactId("c" + i));
    }
    assertThat(world.night().error()).contains("fewer than half as many active contacts");
  }

  private void assertNoRowTellsOfACopy() {
    for (String user : List.of("u1", "u2")) {
      assertThat(world.pairs.ofUser(new UserId(user), Optional.empty(), 100))
          .noneMatch(pair -> pair.mayHaveCopy());
    }
  }

  private List<Tuple> report(Run run) {
    return world
        .findRunPairs
        .list(ADMIN_PERSON, run.runId(), Optional.empty())
        .value()
        .orElseThrow()
        .items()
        .stream()
        .map(
            pair ->
                tuple(
                    pair.user().value(),
                    pair.contact().value(),
                    pair.action().code(),
                    pair.why().map(Why::code).orElse("")))
        .toList();
  }

  private Run start(Mode mode) {
    world.clock.forward(Duration.ofMinutes(1));
    Run run = world.startRun.byHand(ADMIN_PERSON, mode).value().orElseThrow();
    world.drain();
    return Held.now(world, run);
  }

  private Run released(Run run) {
    world.decideRemovals.release(ADMIN_PERSON, run.runId());
    world.drain();
    Run done = Held.now(world, run);
    assertThat(done.status()).isEqualTo(Status.REMOVALS_RELEASED);
    assertThat(done.phase()).isEqualTo(Phase.DONE);
    return done;
  }
}
