package io.crmsync.sync.sweep;

import static io.crmsync.sync.world.Held.ADMIN_PERSON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.crmsync.domain.audience.AudiencePolicy;
import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.ContactStatus;
import io.crmsync.domain.contact.GroupId;
import io.crmsync.domain.contact.PairId;
import io.crmsync.domain.contact.UserId;
import io.crmsync.domain.outlook.FolderId;
import io.crmsync.domain.outlook.OutlookId;
import io.crmsync.domain.pair.Claim;
import io.crmsync.domain.pair.Link;
import io.crmsync.domain.pair.Pair;
import io.crmsync.domain.reason.Reason;
import io.crmsync.domain.reason.Why;
import io.crmsync.domain.removal.Due;
import io.crmsync.domain.removal.Removal;
import io.crmsync.domain.run.Run;
import io.crmsync.domain.run.Run.Mode;
import io.crmsync.domain.run.Run.Status;
import io.crmsync.domain.run.RunCounts;
import io.crmsync.domain.version.Versioned;
import io.crmsync.sync.fakes.MailboxCall;
import io.crmsync.sync.port.MailboxBusy;
import io.crmsync.sync.port.MailboxClosed;
import io.crmsync.sync.world.Held;
import io.crmsync.sync.world.People;
import io.crmsync.sync.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A full run finds the marked copies that belong to no pair, and they leave through the guard. */
class SweepCopiesTest {
  private static final Optional<Why> STRAY = Optional.of(Why.of(Reason.STRAY_COPY));

  private static final UserId U1 = new UserId("u1");
  private static final ContactId C1 = new ContactId("c1");
  private World world;

  @BeforeEach
  void aNight() {
    world = new World();
    world.user("u1");
    world.user("u2");
    for (int i = 1; i <= 4; i++) {
      world.crm.put(People.person("c" + i, "Name" + i, "u1"));
    }
    world.crm.put(People.person("c9", "Other", "u2"));
    world.night();
  }

  @Test
  void aCopyWhoseRowsWereLostAndWhichTheCrmNoLongerKnowsIsRemovedSoftly() {
    world = new World(world, World.settings().removal(Removal.PERMANENT).build());
    world.crm.delete(C1);
    world.night();
    assertThat(world.copies("u1", "c1")).as("a night of changes does not look").hasSize(1);
    Run run = full();
    assertThat(run.status()).isEqualTo(Status.COMPLETED);
    assertThat(run.counts().get(RunCounts.STRAY_COPIES)).isOne();
    assertThat(run.counts().get(RunCounts.MARKED_COPIES)).isEqualTo(5);
    assertThat(world.copies("u1", "c1")).isEmpty();
    assertThat(world.mailbox("u1").binned()).hasSize(1);
    assertNothingIsLeftOf(C1);
  }

  @Test
  void aCopyWhosePairWasLostAndWhoseUserLeftTheTeamIsRemoved() {
    Held.team(world, "c1");
    losePair("c1");
    world.due.write(world.due.of(C1).stream().map(Due::done).toList());
    world.night();
    assertThat(world.copies("u1", "c1")).hasSize(1);
    assertThat(full().counts().get(RunCounts.STRAY_COPIES)).isOne();
    assertThat(world.copies("u1", "c1")).isEmpty();
    assertThat(world.pairs.find(new PairId(U1, C1)).version().absent()).isTrue();
  }

  @Test
  void aLinkedCopyOfAContactWhoseRowWasLostIsNoLongerForgotten() {
    loseContact("c1");
    world.crm.delete(C1);
    world.night();
    assertThat(world.copies("u1", "c1")).hasSize(1);
    Run run = full();
    assertThat(run.counts().get(RunCounts.STRAY_COPIES)).isOne();
    assertThat(world.copies("u1", "c1")).isEmpty();
    assertNothingIsLeftOf(C1);
  }

  @Test
  void tooManyStraysAreHeldAndAnAdminReleasesThem() {
    world = new World(world, World.settings().limit(1).build());
    world.crm.delete(C1);
    world.crm.delete(new ContactId("c2"));
    world.night();
    Run held = full();
    assertThat(held.status()).isEqualTo(Status.REMOVALS_HELD);
    assertThat(
            world
                .findRunPairs
                .list(ADMIN_PERSON, held.runId(), Optional.empty())
                .value()
                .orElseThrow()
                .items())
        .extracting(pair -> pair.contact().value(), pair -> pair.why())
        .containsExactly(tuple("c1", STRAY), tuple("c2", STRAY));
    world.night();
    assertThat(world.copies("u1", "c1")).as("taken over by the night, still held").hasSize(1);
    Run latest = world.runs.latest().orElseThrow().value();
    assertThat(latest.counts().get(RunCounts.REMOVALS_HELD)).isEqualTo(2);
    world.decideRemovals.release(ADMIN_PERSON, latest.runId());
    world.drain();
    assertThat(world.mailbox("u1").contacts()).hasSize(2);
    world.night();
    assertNothingIsLeftOf(C1);
  }

  @Test
  void aDiscardedStrayStaysUntilTheNextFullRun() {
    world = new World(world, World.settings().limit(0).build());
    world.crm.delete(C1);
    world.night();
    Run held = full();
    world.decideRemovals.discard(ADMIN_PERSON, held.runId());
    world.drain();
    assertThat(world.night().status()).isEqualTo(Status.COMPLETED);
    assertThat(world.copies("u1", "c1")).hasSize(1);
    assertThat(full().status()).isEqualTo(Status.REMOVALS_HELD);
  }

  @Test
  void aStrayWhoseUserMayHaveItAgainIsStruckOffAndUpdatedWhereItIs() {
    Held.team(world, "c1");
    losePair("c1");
    world.night();
    world.withSettings(World.settings().limit(0).build());
    full();
    OutlookId copy = world.copy("u1", "c1").id();
    Held.team(world, "c1", "u1");
    world.night();
    assertThat(world.copy("u1", "c1").id()).isEqualTo(copy);
    assertThat(world.pair("u1", "c1").link().map(Link::outlookId)).contains(copy);
    assertThat(Held.states(world)).isEmpty();
  }

  @Test
  void whoMayHaveTheContactKeepsItAndIsFoundByItsMark() {
    losePair("c1");
    OutlookId copy = world.copy("u1", "c1").id();
    Run run = full();
    assertThat(run.counts().get(RunCounts.STRAY_COPIES)).isZero();
    assertThat(world.pair("u1", "c1").link().map(Link::outlookId)).contains(copy);
  }

  @Test
  void aSecondCopyIsCountedAndLeftAlone() {
    FolderId elsewhere = world.mailbox("u1").user().createFolder("Friends");
    world.mailbox("u1").user().copy(world.copy("u1", "c1").id(), elsewhere);
    Run run = full();
    assertThat(run.counts().get(RunCounts.SECOND_COPIES)).isOne();
    assertThat(run.counts().get(RunCounts.STRAY_COPIES)).isZero();
    assertThat(world.copies("u1", "c1")).hasSize(2);
  }

  @Test
  void aMarkOfWhichTheCrmTalksNonsenseIsLeftAndTheRunGoesOn() {
    for (String id : List.of("c1", "c2")) {
      world.crm.delete(new ContactId(id));
      loseContact(id);
      losePair(id);
    }
    world.crm.babbleOf(C1);
    Run run = full();
    assertThat(run.status()).isEqualTo(Run.Status.COMPLETED);
    assertThat(run.counts().get(RunCounts.STRAY_COPIES)).isOne();
    assertThat(run.counts().hidden()).containsExactly(C1);
    assertThat(world.copies("u1", "c1")).hasSize(1);
    assertThat(world.copies("u1", "c2")).isEmpty();
  }

  /** R23. */
  @Test
  void aMarkOfAContactThatTheCrmHidesIsLeftAndReported() {
    loseContact("c1");
    losePair("c1");
    world.crm.hide(C1);
    Run run = full();
    assertThat(run.status()).isEqualTo(Run.Status.COMPLETED);
    assertThat(run.counts().get(RunCounts.STRAY_COPIES)).isZero();
    assertThat(run.counts().hidden()).containsExactly(C1);
    assertThat(world.copies("u1", "c1")).hasSize(1);
  }

  /** R23: its removal is held, and a later run asks. */
  @Test
  void aStrayOfAContactThatMayNotBeAskedForAnyMoreIsHeld() {
    loseContact("c1");
    losePair("c1");
    world.crm.delete(C1);
    world.withSettings(World.settings().limit(0).build());
    world.crm.askedById();
    Run run = full();
    assertThat(run.status()).isEqualTo(Run.Status.REMOVALS_HELD);
    assertThat(run.counts().get(RunCounts.CONTACTS_NOT_ASKED)).isOne();
    assertThat(world.crm.askedById()).isEmpty();
    assertThat(world.copies("u1", "c1")).hasSize(1);
  }

  @Test
  void aContactThatOnlyTheSnapshotLacksIsLeftAlone() {
    loseContact("c1");
    losePair("c1");
    world.crm.spoil(C1);
    Run run = full();
    assertThat(run.counts().get(RunCounts.CONTACTS_BAD)).isOne();
    assertThat(run.counts().get(RunCounts.STRAY_COPIES)).isZero();
    assertThat(world.copies("u1", "c1")).hasSize(1);
  }

  @Test
  void whatSomebodyWorksOnIsLeftToHim() {
    Held.team(world, "c1");
    losePair("c1");
    world.night();
    Pair working =
        Pair.unknown(new PairId(U1, C1))
            .claimedBy(new Claim("worker", world.clock.instant().plus(Duration.ofDays(2))));
    world.pairs.write(Versioned.fresh(working));
    assertThat(full().counts().get(RunCounts.STRAY_COPIES)).isZero();
    assertThat(world.pair("u1", "c1")).isEqualTo(working);
  }

  @Test
  void whatTheUserBinnedIsNoStray() {
    world = new World(world);
    world.crm.delete(C1);
    world.mailbox("u1").user().bin(world.copy("u1", "c1").id());
    assertThat(full().counts().get(RunCounts.STRAY_COPIES)).isZero();
    assertThat(world.mailbox("u1").binned()).hasSize(1);
  }

  @Test
  void aMailboxOutsideThePilotIsNotEvenRead() {
    world.crm.putGroup("g", Set.of(new UserId("u2")));
    AudiencePolicy pilot = new AudiencePolicy(Optional.of(new GroupId("g")), false);
    world = new World(world, World.settings().audience(pilot).build());
    world.crm.delete(C1);
    world.outlook.forgetCalls();
    Run run = full();
    assertThat(run.counts().get(RunCounts.MAILBOXES_VISITED)).isOne();
    assertThat(world.mailbox("u1").calls()).isZero();
    assertThat(world.copies("u1", "c1")).hasSize(1);
  }

  @Test
  void copiesOfAnInactiveContactAreLeftAloneWhereTheSettingSaysSo() {
    AudiencePolicy keep = new AudiencePolicy(Optional.empty(), true);
    world = new World(world, World.settings().audience(keep).build());
    world.crm.put(People.status(world.crm.find(C1).orElseThrow(), ContactStatus.INACTIVE));
    assertThat(full().counts().get(RunCounts.STRAY_COPIES)).isZero();
    assertThat(world.copies("u1", "c1")).hasSize(1);
  }

  @Test
  void theMailboxOfAUserWhomTheCrmNoLongerKnowsIsSweptToo() {
    world.crm.dropUser("u2");
    world.night();
    world.pairs.delete(world.pairs.find(new PairId(new UserId("u2"), new ContactId("c9"))));
    world.mailbox("u2").user().restore(world.mailbox("u2").binned().get(0).id());
    assertThat(full().counts().get(RunCounts.STRAY_COPIES)).isOne();
    assertThat(world.copies("u2", "c9")).isEmpty();
  }

  @Test
  void aMailboxThatWasHandedOnIsItsNewUsers() {
    world.crm.putUser("u2", "u2@example.com", false);
    world.crm.putUser("u3", "u2@example.com", true);
    world.crm.put(People.person("c8", "Third", "u3"));
    world.night();
    world.clock.forward(Duration.ofHours(1));
    assertThat(world.copies("u2", "c8")).hasSize(1);
    Run run = full();
    assertThat(run.counts().get(RunCounts.MAILBOXES_VISITED)).isEqualTo(2);
    assertThat(run.counts().get(RunCounts.STRAY_COPIES)).isZero();
    assertThat(world.copies("u2", "c8")).hasSize(1);
  }

  @Test
  void aThrottledMailboxMakesTheRunWaitAsLongAsItAsks() {
    world
        .mailbox("u1")
        .failBefore(
            MailboxCall.LIST,
            new MailboxBusy(
                MailboxBusy.Cause.THROTTLED, "429", Optional.of(Duration.ofMinutes(7))));
    world.startRun.byHand(ADMIN_PERSON, Mode.FULL);
    Instant began = world.clock.instant();
    world.drain();
    Run run = world.runs.latest().orElseThrow().value();
    assertThat(run.status()).isEqualTo(Status.COMPLETED);
    assertThat(run.counts().get(RunCounts.MAILBOXES_VISITED)).isEqualTo(2);
    assertThat(run.finishedAt().orElseThrow()).isAfterOrEqualTo(began.plus(Duration.ofMinutes(7)));
  }

  @Test
  void aMailboxThatIsReadInPartHasNothingRemoved() {
    world = new World(world);
    world.crm.delete(C1);
    world.night();
    world.mailbox("u1").user().createFolder("Friends");
    for (int i = 0; i < 20; i++) {
      world.mailbox("u1").failAfter(MailboxCall.LIST, noAnswer());
    }
    Run run = full();
    assertThat(run.counts().get(RunCounts.MAILBOXES_UNREACHABLE)).isOne();
    assertThat(run.counts().get(RunCounts.MAILBOXES_VISITED)).isOne();
    assertThat(run.counts().get(RunCounts.STRAY_COPIES)).isZero();
    assertThat(world.copies("u1", "c1")).hasSize(1);
  }

  @Test
  void aClosedMailboxIsParkedAndCountedAndTheSweepGoesOn() {
    world.mailbox("u1").close(MailboxClosed.Cause.OUT_OF_SCOPE);
    Run run = full();
    assertThat(run.counts().get(RunCounts.MAILBOXES_UNREACHABLE)).isOne();
    assertThat(run.counts().get(RunCounts.MAILBOXES_VISITED)).isOne();
    assertThat(world.mailboxes.of(U1).parked()).isPresent();
    world.outlook.forgetCalls();
    full();
    assertThat(world.mailbox("u1").calls()).as("left alone while parked").isZero();
    world.mailbox("u1").reopen();
    world.clock.forward(Duration.ofHours(2));
    full();
    assertThat(world.mailboxes.of(U1).parked()).isEmpty();
  }

  private static MailboxBusy noAnswer() {
    return new MailboxBusy(MailboxBusy.Cause.OUTCOME_UNKNOWN, "504", Optional.empty());
  }

  private void assertNothingIsLeftOf(ContactId contact) {
    world.night();
    assertThat(world.contacts.find(contact)).isEmpty();
    assertThat(world.due.of(contact)).isEmpty();
    assertThat(world.pairs.find(new PairId(U1, contact)).version().absent()).isTrue();
  }

  private Run full() {
    world.clock.forward(Duration.ofMinutes(1));
    Run run = world.startRun.byHand(ADMIN_PERSON, Mode.FULL).value().orElseThrow();
    world.drain();
    return Held.now(world, run);
  }

  private void losePair(String contact) {
    world.pairs.delete(world.pairs.find(new PairId(U1, new ContactId(contact))));
  }

  private void loseContact(String contact) {
    world
        .contacts
        .find(new ContactId(contact))
        .ifPresent(row -> world.contacts.delete(row.value().id(), row.version()));
    world.due.change(new PairId(U1, new ContactId(contact)), Due::done);
  }
}
