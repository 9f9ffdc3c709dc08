package io.crmsync.sync.dryrun;

import static io.crmsync.sync.world.Held.ADMIN_PERSON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.Field;
import io.crmsync.domain.contact.PairId;
import io.crmsync.domain.contact.UserId;
import io.crmsync.domain.contact.ViewSecurity;
import io.crmsync.domain.mailbox.MailboxState;
import io.crmsync.domain.outlook.FolderId;
import io.crmsync.domain.outlook.OutlookId;
import io.crmsync.domain.removal.Due;
import io.crmsync.domain.run.Run;
import io.crmsync.domain.run.Run.Mode;
import io.crmsync.domain.run.Run.Status;
import io.crmsync.domain.run.RunCounts;
import io.crmsync.sync.call.Granted;
import io.crmsync.sync.call.Refusal;
import io.crmsync.sync.fakes.CallHook;
import io.crmsync.sync.fakes.FakeMailbox;
import io.crmsync.sync.fakes.MailboxCall;
import io.crmsync.sync.port.CrmUnavailable;
import io.crmsync.sync.port.JobQueue.Lane;
import io.crmsync.sync.port.MailboxBusy;
import io.crmsync.sync.port.MailboxClosed;
import io.crmsync.sync.port.ReportedPair;
import io.crmsync.sync.port.StepMessage;
import io.crmsync.sync.world.DryRuns;
import io.crmsync.sync.world.Held;
import io.crmsync.sync.world.People;
import io.crmsync.sync.world.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a dry run reports, and that it does nothing else. */
class DryRunTest {
  private final World world = new World();

  @BeforeEach
  void twoUsers() {
    world.user("u1");
    world.user("u2");
  }

  @Test
  void aFirstNightIsForetold() {
    put("c1", "u1", "u2");
    put("c2", "u1");
    put("c3", "u1");
    put("c4", "u1");
    world.crm.put(People.first(People.person("c5", "x", "u1"), "Deceased"));
    FolderId folder = world.mailbox("u1").user().createFolder("CRM Contacts");
    own("u1", folder, "c2@example.com");
    own("u1", folder, "C3@EXAMPLE.com");
    own("u1", folder, "c3@example.com");
    OutlookId marked = own("u1", folder, "");
    assertThat(world.mailbox("u1").contacts()).hasSize(4);

    Run run = DryRuns.whole(world);

    assertThat(run.status()).isEqualTo(Status.COMPLETED);
    assertThat(run.error()).isEmpty();
    assertThat(DryRuns.words(world, run))
        .containsExactly(
            entry("u1/c1", "create"),
            entry("u1/c2", "adopt"),
            entry("u1/c3", "none matchAmbiguous"),
            entry("u1/c4", "create"),
            entry("u1/c5", "none deceased"),
            entry("u2/c1", "create"));
    assertThat(run.counts().get(RunCounts.PLANNED + "create")).isEqualTo(3);
    assertThat(run.counts().get(RunCounts.PLANNED + "adopt")).isEqualTo(1);
    assertThat(run.counts().get(RunCounts.PAIRS_QUEUED)).isEqualTo(5);
    assertThat(DryRuns.report(world, run).get(0).fields()).contains(Field.EMAIL, Field.LAST_NAME);
    assertThat(world.mailbox("u1").contacts())
        .extracting(c -> c.mark())
        .containsOnly(Optional.empty());
    assertThat(marked).isNotNull();
    assertThat(world.directories.current()).isEmpty();
    assertThat(world.pairs.ofUser(new UserId("u1"), Optional.empty(), 10)).isEmpty();
    assertThat(world.mailboxes.all()).isEmpty();
  }

  @Test
  void oneOfTwoContactsWithOneAddressAdopts() {
    put("c1", "u1");
    world.crm.put(People.email(People.person("c2", "x", "u1"), "c1@example.com"));
    own("u1", world.mailbox("u1").user().createFolder("crm contacts"), "c1@example.com");
    assertThat(DryRuns.words(world, DryRuns.whole(world)))
        .containsExactly(entry("u1/c1", "adopt"), entry("u1/c2", "create"));
  }

  @Test
  void whatIsUpToDateIsNotListed() {
    settled(3);
    Run run = DryRuns.whole(world);
    assertThat(DryRuns.report(world, run)).isEmpty();
    assertThat(run.counts().get(RunCounts.CONTACTS_READ)).isEqualTo(3);
  }

  @Test
  void changesAreNamedByFieldAndDeletedCopiesAreMadeAnew() {
    settled(5);
    position("c1");
    position("c2");
    position("c3");
    position("c4");
    world.mailbox("u1").user().bin(world.copy("u1", "c2").id());
    world
        .mailbox("u1")
        .user()
        .move(world.copy("u1", "c3").id(), world.mailbox("u1").user().createFolder("Mine"));
    OutlookId gone = world.copy("u1", "c4").id();
    world.mailbox("u1").user().copy(gone, world.folderOf("u1"));
    world.mailbox("u1").user().purge(gone);
    world.mailbox("u1").user().bin(world.copy("u1", "c5").id());
    Run run = DryRuns.whole(world);
    assertThat(DryRuns.words(world, run))
        .containsExactly(
            entry("u1/c1", "update"),
            entry("u1/c2", "recreate"),
            entry("u1/c3", "update"),
            entry("u1/c4", "update foundByMark"));
    List<ReportedPair> report = DryRuns.report(world, run);
    assertThat(report.get(0).fields()).containsExactly(Field.POSITION);
    assertThat(report.get(1).fields()).contains(Field.POSITION, Field.EMAIL);
  }

  @Test
  void removalsAreReportedWithTheirReasonAndTheGuardsVerdictAndNothingIsHeld() {
    World guarded = Held.withContacts(4);
    Held.team(guarded, "c1");
    guarded.crm.delete(new ContactId("c2"));
    guarded.crm.put(
        People.security(
            guarded.crm.find(new ContactId("c3")).orElseThrow(),
            new ViewSecurity(ViewSecurity.Scope.PRIVATE, Optional.empty(), Set.of())));
    guarded.mailbox("u1").user().bin(guarded.copy("u1", "c3").id());
    guarded.clock.forward(Duration.ofMinutes(11));
    Run run = DryRuns.whole(guarded);
    assertThat(DryRuns.words(guarded, run))
        .containsExactly(
            entry("u1/c1", "remove notCovered"),
            entry("u1/c2", "remove deleted"),
            entry("u1/c3", "none removedInOutlook"));
    assertThat(run.status()).isEqualTo(Status.COMPLETED);
    assertThat(run.counts().get(RunCounts.REMOVALS_HELD)).isEqualTo(3);
    assertThat(run.error()).contains("SYNC_REMOVAL_LIMIT");
    assertThat(guarded.due.range(Optional.empty(), Optional.empty())).isEmpty();
    for (Granted<Run> decision :
        List.of(
            guarded.decideRemovals.release(ADMIN_PERSON, run.runId()),
            guarded.decideRemovals.discard(ADMIN_PERSON, run.runId()))) {
      assertThat(decision.refusal()).contains(Refusal.NOTHING_HELD);
    }
  }

  @Test
  void aListThatAnEarlierRunHoldsStaysItsOwnAndIsCountedAgain() {
    World guarded = Held.withContacts(3);
    Run held = Held.nightLosing(guarded, 2);
    List<Due> before = guarded.due.range(Optional.empty(), Optional.empty());
    Run run = DryRuns.whole(guarded);
    assertThat(run.counts().get(RunCounts.REMOVALS_HELD)).isEqualTo(2);
    assertThat(DryRuns.words(guarded, run).keySet()).containsExactly("u1/c1", "u1/c2");
    assertThat(Held.now(guarded, held).status()).isEqualTo(Status.REMOVALS_HELD);
    assertThat(guarded.due.range(Optional.empty(), Optional.empty())).isEqualTo(before);
    guarded.decideRemovals.release(ADMIN_PERSON, held.runId());
    guarded.drain();
    assertThat(guarded.copies("u1", "c1")).isEmpty();
  }

  @Test
  void whatADryRunCountedIsNotWhatTheNextNightIsComparedWith() {
    settled(6);
    for (int i = 2; i <= 6; i++) {
      world.crm.delete(new ContactId("c" + i));
    }
    for (int i = 0; i < 60; i++) {
      Run dry = DryRuns.whole(world);
      assertThat(dry.error())
          .startsWith("fewer than half as many active contacts as in the last run: ");
      world.clock.forward(Duration.ofMinutes(1));
    }
    assertThat(world.night().status()).isEqualTo(Status.REMOVALS_HELD);
    assertThat(world.copies("u1", "c6")).hasSize(1);
  }

  @Test
  void aListHeldBeforeManyDryRunsIsStillTakenOver() {
    World guarded = Held.withContacts(3);
    Run held = Held.nightLosing(guarded, 2);
    for (int i = 0; i < 60; i++) {
      DryRuns.whole(guarded);
      guarded.clock.forward(Duration.ofMinutes(1));
    }
    Run night = guarded.night();
    assertThat(night.counts().get(RunCounts.REMOVALS_HELD)).isEqualTo(2);
    assertThat(Held.now(guarded, held).status()).isEqualTo(Status.SUPERSEDED);
  }

  @Test
  void pairsThatWaitForTheirUserAreReportedAsWaiting() {
    world.withSettings(World.settings().onRequest().build());
    put("c1", "u1");
    assertThat(DryRuns.words(world, DryRuns.whole(world)))
        .containsExactly(entry("u1/c1", "none new"));
    world.night();
    world.withSettings(World.DEFAULTS);
    assertThat(DryRuns.words(world, DryRuns.whole(world)))
        .containsExactly(entry("u1/c1", "create"));
    world.night();
    assertThat(world.copies("u1", "c1")).as("not woken, because a dry run said so").hasSize(1);
  }

  @Test
  void theNightTakesADryRunsPlaceAndItsLateMessageDoesNothing() {
    settled(4);
    position("c1");
    Run dry = DryRuns.start(world);
    world.workOne();
    StepMessage late = new StepMessage(dry.runId(), 1, 0);
    Run night = world.startRun.nightly();
    assertThat(night.mode()).isEqualTo(Mode.CHANGES);
    assertThat(Held.now(world, dry).status()).isEqualTo(Status.SUPERSEDED);
    world.drain();
    assertThat(Held.now(world, night).status()).isEqualTo(Status.COMPLETED);
    assertThat(world.copy("u1", "c1").plainValue(Field.POSITION)).isEqualTo("Boss");
    Run before = Held.now(world, dry);
    assertThat(world.advanceRun.step(late, world.journal::add).words()).contains("superseded");
    assertThat(Held.now(world, dry)).isEqualTo(before);
    assertThat(world.queue.runSteps().takeAll()).isEmpty();
  }

  @Test
  void whereTheAppHasLeftTheMailboxesADryRunBringsNoNightBack() {
    settled(1);
    Run uninstall = world.startRun.byHand(ADMIN_PERSON, Mode.UNINSTALL).value().orElseThrow();
    world.drain();
    world.decideRemovals.release(ADMIN_PERSON, uninstall.runId());
    world.drain();
    assertThat(world.copies("u1", "c1")).isEmpty();
    Run dry = DryRuns.start(world);
    assertThat(world.startRun.nightly().runId()).isEqualTo(dry.runId());
    world.drain();
    assertThat(Held.now(world, dry).status()).isEqualTo(Status.COMPLETED);
    assertThat(world.startRun.nightly().runId()).isEqualTo(dry.runId());
    assertThat(world.queue.runSteps().takeAll()).isEmpty();
  }

  @Test
  void aDryRunThatDoesAStepJustThenGivesWayAllTheSame() {
    put("c1", "u1");
    Run dry = DryRuns.start(world);
    List<String> writes = new ArrayList<>();
    world.crashes.listen(
        where -> {
          if (where.equals("RunStore.write") && writes.isEmpty()) {
            writes.add(where);
            var now = world.runs.find(dry.runId()).orElseThrow();
            world.runs.write(now.with(now.value().waiting(world.clock.instant())));
          }
        });
    assertThat(world.startRun.nightly().mode()).isEqualTo(Mode.CHANGES);
    assertThat(Held.now(world, dry).status()).isEqualTo(Status.SUPERSEDED);
    assertThat(writes).hasSize(1);
  }

  @Test
  void whatTheNightOvertookInTheMiddleOfAStepIsNotCarriedOn() {
    settled(1);
    Run dry = DryRuns.start(world);
    world.crashes.listen(
        where -> {
          if (where.equals("CrmSource.contacts")) {
            world.crashes.listen(other -> {});
            world.startRun.nightly();
          }
        });
    world.drain();
    assertThat(Held.now(world, dry).status()).isEqualTo(Status.SUPERSEDED);
    assertThat(world.runs.latest().orElseThrow().value().status()).isEqualTo(Status.COMPLETED);
  }

  @Test
  void oneRunAtATimeWhetherDryOrNot() {
    Run dry = DryRuns.start(world);
    for (Mode mode : Mode.values()) {
      assertThat(world.startRun.byHand(ADMIN_PERSON, mode).refusal()).contains(Refusal.RUN_GOES_ON);
    }
    world.drain();
    assertThat(Held.now(world, dry).startedBy()).isEqualTo("person:oid-boss");
    world.startRun.nightly();
    assertThat(world.startRun.byHand(ADMIN_PERSON, Mode.DRY_RUN).refusal())
        .contains(Refusal.RUN_GOES_ON);
  }

  @Test
  void aMailboxThatCannotBeEnteredLeavesItsPairsWithTheReasonAndIsNotParkedForIt() {
    put("c1", "u1", "u2");
    world.mailbox("u1").close(MailboxClosed.Cause.MISSING);
    assertThat(DryRuns.words(world, DryRuns.whole(world)))
        .containsExactly(entry("u1/c1", "none mailboxMissing"), entry("u2/c1", "create"));
    assertThat(world.mailboxes.all()).isEmpty();
  }

  @Test
  void aParkedMailboxIsKnockedAtWhenItsTimeHasCome() {
    put("c1", "u1");
    world.mailbox("u1").close(MailboxClosed.Cause.MISSING);
    world.night();
    world.mailbox("u1").reopen();
    assertThat(DryRuns.words(world, DryRuns.whole(world))).isEmpty();
    position("c1");
    assertThat(DryRuns.words(world, DryRuns.whole(world)))
        .containsExactly(entry("u1/c1", "none mailboxMissing"));
    world.queue.pairs(Lane.NIGHTLY).takeAll();
    world.clock.forward(Duration.ofHours(2));
    assertThat(DryRuns.words(world, DryRuns.whole(world)))
        .containsExactly(entry("u1/c1", "create"));
    assertThat(world.mailboxes.of(new UserId("u1")).parked()).isPresent();
  }

  @Test
  void aMailboxThatTwoUsersNamedIsInUseAsSoonAsTheyDoNoMore() {
    put("c1", "u1");
    world.crm.putUser("u3", "u1@example.com", true);
    world.night();
    world.crm.putUser("u3", "u3@example.com", true);
    assertThat(DryRuns.words(world, DryRuns.whole(world)))
        .containsExactly(entry("u1/c1", "create"));
    assertThat(world.mailboxes.of(new UserId("u1")).parked()).isPresent();
  }

  @Test
  void aMailboxOfTwoUsersIsLeftAlone() {
    put("c1", "u1");
    world.crm.putUser("u3", "u1@example.com", true);
    assertThat(DryRuns.words(world, DryRuns.whole(world)))
        .containsExactly(entry("u1/c1", "none mailboxTwice"));
  }

  @Test
  void whereTheMailboxGivesNoAnswerThePlanIsToldWithoutIt() {
    put("c1", "u1");
    world.outlook.onEveryCall(
        new CallHook() {
          @Override
          public void before(FakeMailbox mailbox, MailboxCall call) {
            throw new MailboxBusy(
                MailboxBusy.Cause.THROTTLED, "429", Optional.of(Duration.ofMinutes(5)));
          }
        });
    assertThat(DryRuns.words(world, DryRuns.whole(world)))
        .containsExactly(entry("u1/c1", "create mailboxNotRead"));
    assertThat(world.mailboxes.all()).isEmpty();
  }

  @Test
  void anotherMailboxIsSettledByTheFirstLookOfARunARenamedOneIsTheSame() {
    settled(2);
    position("c1");
    world.mailbox("u1").rename("renamed@example.com");
    world.crm.putUser("u1", "renamed@example.com", true);
    assertThat(DryRuns.words(world, DryRuns.whole(world)))
        .containsExactly(entry("u1/c1", "update"));
    world.crm.putUser("u1", "another@example.com", true);
    assertThat(DryRuns.words(world, DryRuns.whole(world)))
        .containsExactly(entry("u1/c1", "none mailboxChanged"));
    assertThat(world.mailboxes.of(new UserId("u1")).epoch()).isZero();
  }

  @Test
  void failedPairsWhoseTimeHasComeAreForetoldAndStayDue() {
    put("c1", "u1");
    Due retry = Due.retry(new PairId(new UserId("u1"), new ContactId("c1")), world.clock.instant());
    world.due.write(List.of(retry));
    Run run = DryRuns.whole(world);
    assertThat(run.counts().get(RunCounts.PAIRS_QUEUED)).isEqualTo(2);
    assertThat(DryRuns.words(world, run)).containsExactly(entry("u1/c1", "create"));
    assertThat(world.due.range(Optional.empty(), Optional.empty()))
        .usingRecursiveFieldByFieldElementComparatorIgnoringFields("version")
        .containsExactly(retry);
  }

  @Test
  void aReadThatFailsEndsItAsAnyRun() {
    settled(1);
    world.crm.failNextDirectory(new CrmUnavailable("users: status 503", Optional.empty()));
    Run run = DryRuns.whole(world);
    assertThat(run.status()).isEqualTo(Status.COMPLETED);
    world.crm.spoilNextPage(page -> new io.crmsync.sync.port.SourcePage(List.of(), false));
    assertThat(DryRuns.whole(world).status()).isEqualTo(Status.FAILED);
  }

  @Test
  void anInstanceWithoutTheDirectoryReadsItAgain() {
    IntStream.range(0, 9).forEach(i -> put("c" + i, "u1"));
    Run dry = DryRuns.start(world);
    for (int i = 0; i < 20; i++) {
      world.restart();
      world.workOne();
    }
    assertThat(Held.now(world, dry).status()).isEqualTo(Status.COMPLETED);
    assertThat(DryRuns.report(world, dry)).hasSize(9);
    assertThat(world.directories.current()).isEmpty();
  }

  @Test
  void theNewestTenReportsAreKept() {
    put("c1", "u1");
    List<Run> runs = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      runs.add(DryRuns.whole(world));
      world.clock.forward(Duration.ofMinutes(1));
    }
    assertThat(runs.subList(0, 2))
        .allSatisfy(old -> assertThat(DryRuns.report(world, old)).isEmpty());
    assertThat(runs.subList(2, 12))
        .allSatisfy(kept -> assertThat(DryRuns.report(world, kept)).hasSize(1));
    assertThat(Held.now(world, runs.get(0)).counts().get(RunCounts.PLANNED + "create"))
        .isEqualTo(1);
  }

  @Test
  void nothingButItsRowAndItsReportIsWritten() {
    settled(6);
    position("c1");
    world.mailbox("u1").user().bin(world.copy("u1", "c2").id());
    position("c2");
    Held.team(world, "c3");
    Held.team(world, "c4", "u2");
    world.crm.delete(new ContactId("c5"));
    world.due.write(
        List.of(
            Due.retry(new PairId(new UserId("u1"), new ContactId("c6")), world.clock.instant())));
    world.crm.putUser("u3", "u2@example.com", true);
    MailboxState before = world.mailboxes.of(new UserId("u1"));
    TreeSet<String> called = new TreeSet<>();
    world.crashes.listen(called::add);
    Run run = DryRuns.whole(world);
    assertThat(run.status()).isEqualTo(Status.COMPLETED);
    assertThat(DryRuns.ALLOWED).containsAll(called);
    assertThat(called).contains("Mailbox.list", "ReportStore.put", "DueStore.range");
    assertThat(world.queue.pairs(Lane.NIGHTLY).takeAll()).isEmpty();
    assertThat(world.mailboxes.of(new UserId("u1"))).isEqualTo(before);
  }

  /** The copies of c1, c2 … are in u1's mailbox. */
  private void settled(int contacts) {
    for (int i = 1; i <= contacts; i++) {
      put("c" + i, "u1");
    }
    world.night();
    world.clock.forward(Duration.ofMinutes(11));
  }

  private void put(String id, String... team) {
    world.crm.put(People.person(id, "First", team));
  }

  private void position(String id) {
    world.crm.put(People.position(world.crm.find(new ContactId(id)).orElseThrow(), "Boss"));
  }

  private OutlookId own(String user, FolderId folder, String email) {
    return world
        .mailbox(user)
        .user()
        .add(folder, email.isEmpty() ? Map.of() : Map.of(Field.EMAIL, email));
  }
}
