package io.crmsync.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmsync.domain.audience.AudiencePolicy;
import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.ContactKind;
import io.crmsync.domain.contact.ContactStatus;
import io.crmsync.domain.contact.Field;
import io.crmsync.domain.contact.GroupId;
import io.crmsync.domain.contact.UserId;
import io.crmsync.domain.contact.ViewSecurity;
import io.crmsync.domain.outlook.OutlookContact;
import io.crmsync.domain.removal.OpenRemoval.State;
import io.crmsync.domain.run.Run;
import io.crmsync.domain.run.Run.Status;
import io.crmsync.domain.run.RunCounts;
import io.crmsync.sync.call.Caller.Role;
import io.crmsync.sync.fakes.MailboxCall;
import io.crmsync.sync.port.CrmBroken;
import io.crmsync.sync.port.JobQueue.Lane;
import io.crmsync.sync.port.SourcePage;
import io.crmsync.sync.world.ApiWorld;
import io.crmsync.sync.world.Held;
import io.crmsync.sync.world.People;
import io.crmsync.sync.world.World;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The night's work from the CRM to the mailboxes, over fakes. */
class NightlyRunTest {
  private final World world = new World();

  @BeforeEach
  void twoUsersAndSevenContacts() {
    world.user("u1");
    world.user("u2");
    for (int i = 1; i <= 7; i++) {
      world.crm.put(People.person("c" + i, "First" + i, i % 2 == 0 ? "u1" : "u2", "u1"));
    }
  }

  @Test
  void theFirstNightCreatesEveryPairOnce() {
    Run run = world.night();
    assertThat(run.status()).isEqualTo(Status.COMPLETED);
    assertThat(run.counts().get(RunCounts.CONTACTS_READ)).isEqualTo(7);
    assertThat(run.counts().get(RunCounts.PAIRS_QUEUED)).isEqualTo(11);
    assertThat(world.mailbox("u1").contacts()).hasSize(7);
    assertThat(world.mailbox("u2").contacts()).hasSize(4);
    assertThat(world.outlook.calls(MailboxCall.CREATE)).isEqualTo(11);
  }

  @Test
  void theSameStateAgainMeansNoRequestAndNoMessage() {
    world.night();
    world.outlook.forgetCalls();
    Run second = world.night();
    assertThat(second.counts().get(RunCounts.PAIRS_QUEUED)).isZero();
    assertThat(second.counts().get(RunCounts.CONTACTS_CHANGED)).isZero();
    assertThat(world.outlook.calls()).isZero();
  }

  @Test
  void aPlainChangeIsOnePatchPerPair() {
    world.night();
    world.outlook.forgetCalls();
    world.crm.put(People.position(contact("c2"), "Chief Buyer"));
    world.night();
    assertThat(world.outlook.calls(MailboxCall.UPDATE)).isEqualTo(1);
    assertThat(world.outlook.calls(MailboxCall.READ)).isZero();
    assertThat(world.outlook.calls(MailboxCall.FIND)).isZero();
    assertThat(world.copy("u1", "c2").plainValue(Field.POSITION)).isEqualTo("Chief Buyer");
  }

  @Test
  void whoLeavesTheTeamLosesTheCopy() {
    world.night();
    world.crm.put(People.team(contact("c1"), "u1"));
    Run run = world.night();
    assertThat(run.counts().get(RunCounts.REMOVALS_QUEUED)).isEqualTo(1);
    assertThat(world.copies("u2", "c1")).isEmpty();
    assertThat(world.copies("u1", "c1")).hasSize(1);
    assertThat(world.mailbox("u2").binned()).hasSize(1);
    assertThat(world.due.range(Optional.empty(), Optional.empty())).isEmpty();
  }

  @Test
  void withdrawnSightIsRemovedPermanently() {
    world.night();
    ViewSecurity own =
        new ViewSecurity(ViewSecurity.Scope.PRIVATE, Optional.of(new UserId("u1")), Set.of());
    world.crm.put(People.security(contact("c1"), own));
    world.night();
    assertThat(world.copies("u2", "c1")).isEmpty();
    assertThat(world.mailbox("u2").binned()).isEmpty();
    assertThat(world.copies("u1", "c1")).hasSize(1);
  }

  @Test
  void aContactDeletedInTheCrmLeavesEveryMailboxAndThenTheTables() {
    world.night();
    world.crm.delete(new ContactId("c1"));
    world.night();
    assertThat(world.copies("u1", "c1")).isEmpty();
    assertThat(world.copies("u2", "c1")).isEmpty();
    world.night();
    assertThat(world.contacts.find(new ContactId("c1"))).isEmpty();
    assertThat(world.pairs.ofUser(new UserId("u1"), Optional.empty(), 100)).hasSize(6);
  }

  @Test
  void anInactiveContactAnInactiveUserAndAnOrganisationAreAccessLost() {
    world.night();
    world.crm.put(People.status(contact("c2"), ContactStatus.INACTIVE));
    world.crm.put(People.kind(contact("c4"), ContactKind.ORGANIZATION));
    world.night();
    assertThat(world.mailbox("u1").contacts()).hasSize(5);
    world.crm.putUser("u2", "u2@example.com", false);
    world.night();
    assertThat(world.mailbox("u2").contacts()).isEmpty();
  }

  @Test
  void membershipInAGroupIsReadAnewEveryNight() {
    world.crm.putGroup("g1", People.users("u1", "u2"));
    ViewSecurity group =
        new ViewSecurity(ViewSecurity.Scope.GROUP, Optional.empty(), Set.of(new GroupId("g1")));
    world.crm.put(People.security(contact("c1"), group));
    world.night();
    assertThat(world.copies("u2", "c1")).hasSize(1);
    world.crm.putGroup("g1", People.users("u1"));
    world.night();
    assertThat(world.copies("u2", "c1")).isEmpty();
    world.crm.putGroup("g1", People.users("u1", "u2"));
    world.night();
    assertThat(world.copies("u2", "c1")).hasSize(1);
  }

  @Test
  void aBadRecordIsCountedAndLeftAsItWas() {
    world.night();
    world.crm.spoil(new ContactId("c1"));
    Run run = world.night();
    assertThat(run.status()).isEqualTo(Status.COMPLETED);
    assertThat(run.counts().get(RunCounts.CONTACTS_BAD)).isEqualTo(1);
    assertThat(world.journal).containsExactly("bad record c1: kind: unknown");
    assertThat(world.copies("u1", "c1")).hasSize(1);
  }

  @Test
  void aRecordWhoseIdCannotBeReadMakesNobodyOfItsPageGone() {
    world.night();
    world.crm.spoilNextPage(
        page ->
            new SourcePage(
                List.of(
                    io.crmsync.sync.port.SourceRecord.bad(Optional.empty(), "id: missing"),
                    page.records().get(1),
                    page.records().get(2)),
                page.last()));
    world.night();
    assertThat(world.mailbox("u1").contacts()).hasSize(7);
    assertThat(world.due.range(Optional.empty(), Optional.empty())).isEmpty();
  }

  @Test
  void aBadPageFailsTheRunRemovesNothingAndTheNextRunStartsClean() {
    world.night();
    world.crm.delete(new ContactId("c1"));
    world.crm.spoilNextPage(page -> page);
    world.crm.spoilNextPage(page -> new SourcePage(List.of(), false));
    Run failed = world.night();
    assertThat(failed.status()).isEqualTo(Status.FAILED);
    assertThat(failed.error()).contains("is empty and not the last");
    assertThat(world.copies("u1", "c1")).hasSize(1);
    assertThat(world.night().status()).isEqualTo(Status.COMPLETED);
    assertThat(world.copies("u1", "c1")).isEmpty();
  }

  @Test
  void aFailedDirectoryFailsTheRunAndKeepsTheOldOne() {
    world.night();
    world.crm.failNextDirectory(new CrmBroken("users: out of order"));
    Run failed = world.night();
    assertThat(failed.status()).isEqualTo(Status.FAILED);
    assertThat(world.directories.current().orElseThrow().activeUsers()).isEqualTo(2);
    assertThat(world.mailbox("u2").contacts()).hasSize(4);
  }

  @Test
  void aTruncatedFeedEmptiesNoMailbox() {
    world.night();
    world.crm.spoilNextPage(page -> new SourcePage(page.records().subList(0, 1), true));
    Run run = world.night();
    assertThat(run.status()).isEqualTo(Status.COMPLETED);
    assertThat(run.counts().get(RunCounts.FOUND_BY_ID_ONLY)).isEqualTo(6);
    assertThat(world.mailbox("u1").contacts()).hasSize(7);
    Run repaired = world.night();
    assertThat(repaired.status()).isEqualTo(Status.COMPLETED);
    assertThat(world.due.range(Optional.empty(), Optional.empty())).isEmpty();
    assertThat(world.mailbox("u1").contacts()).hasSize(7);
    assertThat(world.outlook.calls(MailboxCall.CREATE)).isEqualTo(11);
  }

  @Test
  void whatTheUserEditedStaysUntilTheCrmChangesThatField() {
    world.night();
    OutlookContact copy = world.copy("u1", "c2");
    world.mailbox("u1").user().edit(copy.id(), Field.FIRST_NAME, "Jack");
    world.crm.put(People.position(contact("c2"), "Chief Buyer"));
    world.night();
    assertThat(world.copy("u1", "c2").plainValue(Field.FIRST_NAME)).isEqualTo("Jack");
    world.crm.put(People.first(contact("c2"), "Joe"));
    world.night();
    assertThat(world.copy("u1", "c2").plainValue(Field.FIRST_NAME)).isEqualTo("Joe");
  }

  @Test
  void whatTheUserDeletedComesBackOnlyWhenAFieldChanges() {
    world.night();
    world.mailbox("u1").user().bin(world.copy("u1", "c2").id());
    world.crm.put(People.team(contact("c2"), "u1", "u2"));
    world.night();
    assertThat(world.copies("u1", "c2")).isEmpty();
    world.crm.put(People.position(contact("c2"), "Chief Buyer"));
    world.night();
    assertThat(world.copy("u1", "c2").plainValue(Field.POSITION)).isEqualTo("Chief Buyer");
  }

  @Test
  void aPairLookedAtWhileItsUserWasInactiveForAnHourStillGetsItsContact() {
    world.night();
    world.crm.put(People.person("c8", "New", "u1", "u2"));
    lookedAtWhileInactive("u2");
    assertThat(world.copies("u2", "c8")).isEmpty();
    world.night();
    assertThat(world.copies("u2", "c8")).hasSize(1);
  }

  @Test
  void aPairLookedAtWhileItsUserWasInactiveForAnHourStillGetsItsUpdate() {
    world.night();
    world.crm.put(People.position(contact("c1"), "Chief Buyer"));
    lookedAtWhileInactive("u2");
    assertThat(world.copy("u2", "c1").plainValue(Field.POSITION)).isNotEqualTo("Chief Buyer");
    world.night();
    assertThat(world.copy("u2", "c1").plainValue(Field.POSITION)).isEqualTo("Chief Buyer");
    assertThat(world.due.range(Optional.empty(), Optional.empty())).isEmpty();
    world.outlook.forgetCalls();
    assertThat(world.night().counts().get(RunCounts.PAIRS_QUEUED)).isZero();
  }

  @Test
  void whatIsOutsideThePilotSendsNoMessageAndCountsForNothing() {
    AudiencePolicy pilot = new AudiencePolicy(Optional.of(new GroupId("pilot")), false);
    World narrow = new World(World.settings().limit(0).audience(pilot).build());
    narrow.user("u1");
    narrow.crm.putGroup("pilot", People.users("u1"));
    narrow.crm.put(People.person("c1", "Ada", "u1"));
    narrow.night();
    Run held = Held.nightLosing(narrow, 1);
    narrow.decideRemovals.release(Held.ADMIN_PERSON, held.runId());
    narrow.queue.runSteps().takeNext().ifPresent(s -> narrow.advanceRun.step(s, words -> {}));
    narrow.queue.pairs(Lane.NIGHTLY).takeAll();
    narrow.crm.putGroup("pilot", Set.of());
    for (int i = 0; i < 2; i++) {
      Run outside = narrow.night();
      assertThat(outside.status()).isEqualTo(Status.COMPLETED);
      assertThat(outside.counts().get(RunCounts.PAIRS_QUEUED)).isZero();
      assertThat(Held.states(narrow)).containsExactly(State.OPEN);
    }
    narrow.crm.putGroup("pilot", People.users("u1"));
    assertThat(narrow.night().status()).isEqualTo(Status.REMOVALS_HELD);
    assertThat(narrow.copies("u1", "c1")).hasSize(1);
  }

  /** A night's pages; before their pairs are looked at, somebody reads users and groups anew. */
  private void lookedAtWhileInactive(String user) {
    world.clock.forward(Duration.ofHours(23));
    world.startRun.nightly();
    while (!world.queue.runSteps().isEmpty()) {
      world.queue.runSteps().takeNext().ifPresent(s -> world.advanceRun.step(s, words -> {}));
    }
    world.crm.putUser(user, user + "@example.com", false);
    world.acceptNotice.accept(
        ApiWorld.application("crm", Role.ON_BEHALF), new TreeSet<>(Set.of(new ContactId("c2"))));
    while (!world.queue.changes().isEmpty()) {
      world.clock.forward(Duration.ofSeconds(1));
      world
          .queue
          .changes()
          .takeNext()
          .ifPresent(step -> world.advanceNotice.step(step, words -> {}));
    }
    world.drain();
    world.crm.putUser(user, user + "@example.com", true);
  }

  private io.crmsync.domain.contact.CrmContact contact(String id) {
    return world.crm.find(new ContactId(id)).orElseThrow();
  }
}
