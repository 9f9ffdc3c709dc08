package io.crmsync.sync.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.Field;
import io.crmsync.domain.run.Run;
import io.crmsync.domain.run.Run.Status;
import io.crmsync.domain.run.RunCounts;
import io.crmsync.sync.port.SourcePage;
import io.crmsync.sync.port.SourceRecord;
import io.crmsync.sync.world.DryRuns;
import io.crmsync.sync.world.Held;
import io.crmsync.sync.world.People;
import io.crmsync.sync.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** R23: who is on no page is asked for by id before a copy goes. */
class AbsentContactsTest {
  private static final ContactId C11 = new ContactId("c11");
  private World world = world(500);

  @Test
  void aContactThatOnlyTheListLacksKeepsItsCopiesAndIsReadAllTheSame() {
    people(4);
    world.night();
    world.crm.put(People.position(world.crm.find(C11).orElseThrow(), "Boss"));
    world.crm.unlist(C11);
    Run run = world.night();
    assertThat(run.status()).isEqualTo(Status.COMPLETED);
    assertThat(run.counts().get(RunCounts.FOUND_BY_ID_ONLY)).isOne();
    assertThat(run.counts().get(RunCounts.CONTACTS_READ)).isEqualTo(4);
    assertThat(world.copy("u1", "c11").plainValue(Field.POSITION)).isEqualTo("Boss");
    assertThat(world.journal).contains("contact c11 is on no page, and there by its id");
  }

  @Test
  void aContactThatTheCrmHidesKeepsItsCopiesIsReportedAndAskedForAgain() {
    people(4);
    world.night();
    world.crm.hide(C11);
    for (int night = 0; night < 2; night++) {
      Run run = world.night();
      assertThat(run.status()).isEqualTo(Status.COMPLETED);
      assertThat(run.counts().hidden()).containsExactly(C11);
      assertThat(run.counts().get(RunCounts.CONTACTS_HIDDEN)).isOne();
      assertThat(world.copies("u1", "c11")).hasSize(1);
      assertThat(world.crm.askedById()).containsExactly(C11);
    }
    world.crm.show(C11);
    world.crm.delete(C11);
    assertThat(world.night().counts().get(RunCounts.REMOVALS_QUEUED)).isOne();
    assertThat(world.copies("u1", "c11")).isEmpty();
  }

  @Test
  void aContactThatIsGoneIsAskedForOnceAndOneWithoutACopyNotAtAll() {
    people(4);
    world.night();
    world.crm.put(People.email(People.person("c90", "No", "u1"), "no address"));
    world.night();
    world.crm.delete(new ContactId("c90"));
    world.crm.delete(C11);
    world.night();
    world.night();
    assertThat(world.crm.askedById()).containsExactly(C11);
    assertThat(world.copies("u1", "c11")).isEmpty();
  }

  @Test
  void whoGivesNoClearAnswerAfterAllRetriesIsLeftAndTheRunGoesOn() {
    people(8);
    world.night();
    world.crm.delete(C11);
    world.crm.silence(C11, true);
    world.crm.delete(new ContactId("c12"));
    world.crm.delete(new ContactId("c13"));
    world.crm.babbleOf(new ContactId("c13"));
    world.night();
    world.drain();
    Run run = world.runs.latest().orElseThrow().value();
    assertThat(run.status()).isEqualTo(Status.COMPLETED);
    assertThat(run.counts().hidden()).containsExactly(C11, new ContactId("c13"));
    assertThat(world.copies("u1", "c11")).hasSize(1);
    assertThat(world.copies("u1", "c12")).isEmpty();
    assertThat(world.copies("u1", "c13")).hasSize(1);
  }

  @Test
  void aSignInThatIsRefusedFailsTheRunAndRemovesNothing() {
    people(4);
    world.night();
    world.crm.delete(C11);
    world.crm.lockOut(true);
    world.night();
    world.drain();
    Run run = world.runs.latest().orElseThrow().value();
    assertThat(run.status()).isEqualTo(Status.FAILED);
    assertThat(run.error()).isEqualTo("contact: status 401");
    assertThat(world.copies("u1", "c11")).hasSize(1);
  }

  /** Whoever is not asked for may be there: an admin decides, or a later night asks. */
  @Test
  void theLimitIsKeptOverAllStepsAndTheRemovalsOfThoseNotAskedAreHeld() {
    world = world(2);
    people(12);
    world.night();
    for (int i : List.of(10, 13, 16, 19)) {
      world.crm.delete(new ContactId("c" + i));
    }
    Run held = world.night();
    assertThat(held.status()).isEqualTo(Status.REMOVALS_HELD);
    assertThat(held.counts().get(RunCounts.CONTACTS_ASKED_FOR)).isEqualTo(2);
    assertThat(held.counts().get(RunCounts.CONTACTS_NOT_ASKED)).isEqualTo(2);
    assertThat(held.counts().get(RunCounts.REMOVALS_HELD)).isEqualTo(4);
    assertThat(world.crm.askedById()).containsExactly(new ContactId("c10"), new ContactId("c13"));
    assertThat(world.night().counts().get(RunCounts.CONTACTS_NOT_ASKED)).isZero();
    assertThat(world.crm.askedById()).containsExactly(new ContactId("c16"), new ContactId("c19"));
  }

  @Test
  void whoWasNotAskedForAndIsFoundOrHiddenLaterLosesNothing() {
    world = world(1);
    people(12);
    world.night();
    world.crm.hide(new ContactId("c10"));
    world.crm.hide(new ContactId("c12"));
    world.crm.unlist(new ContactId("c14"));
    assertThat(world.night().error()).contains("SYNC_REMOVAL_LIMIT");
    World more = world.withSettings(World.settings().limit(9).percent(100).build());
    Run run = more.night();
    assertThat(run.status()).isEqualTo(Status.COMPLETED);
    assertThat(run.counts().hidden()).containsExactly(new ContactId("c10"), new ContactId("c12"));
    assertThat(run.counts().get(RunCounts.FOUND_BY_ID_ONLY)).isOne();
    assertThat(more.mailbox("u1").contacts()).hasSize(12);
    assertThat(more.due.range(Optional.empty(), Optional.empty())).isEmpty();
    more.crm.show(new ContactId("c12"));
    more.crm.put(People.position(more.crm.find(new ContactId("c12")).orElseThrow(), "Boss"));
    more.night();
    assertThat(more.copy("u1", "c12").plainValue(Field.POSITION)).isEqualTo("Boss");
  }

  @Test
  void whatWasTakenForGoneAndIsGoneAfterItsReleaseIsNoChangeOfANightAfterIt() {
    world = world(0);
    people(12);
    world.night();
    world.crm.delete(new ContactId("c10"));
    Run held = world.night();
    assertThat(held.status()).isEqualTo(Status.REMOVALS_HELD);
    world.decideRemovals.release(Held.ADMIN_PERSON, held.runId());
    world.drain();
    assertThat(world.copies("u1", "c10")).isEmpty();
    Run after = world.night();
    assertThat(after.status()).isEqualTo(Status.COMPLETED);
    assertThat(after.counts().get(RunCounts.CONTACTS_CHANGED)).isZero();
    assertThat(world.contacts.find(new ContactId("c10"))).isEmpty();
  }

  @Test
  void aPageThatLacksMoreThanAStepAsksForIsCutAndEachIsAskedForOnce() {
    world = new World(World.settings().pageSize(1000).percent(100).build());
    world.user("u1");
    IntStream.range(100, 400).forEach(i -> put("c" + i));
    world.night();
    IntStream.range(150, 270).forEach(i -> world.crm.delete(new ContactId("c" + i)));
    Run run = world.night();
    assertThat(run.status()).isEqualTo(Status.COMPLETED);
    assertThat(world.crm.askedById())
        .containsExactlyElementsOf(
            IntStream.range(150, 270).mapToObj(i -> new ContactId("c" + i)).toList());
    assertThat(run.counts().get(RunCounts.CONTACTS_READ)).isEqualTo(180);
    assertThat(world.mailbox("u1").contacts()).hasSize(180);
  }

  /** One record without an id blocked every removal of its page, night after night. */
  @Test
  void aRecordWithoutIdIsToldByTheRunAndKeepsNobodyWhoIsGoneByItsId() {
    people(4);
    world.night();
    world.crm.delete(C11);
    world.crm.spoilNextPage(
        page -> {
          List<SourceRecord> records = new ArrayList<>(page.records());
          records.add(SourceRecord.bad(Optional.empty(), "id: missing"));
          return new SourcePage(records, page.last());
        });
    Run run = world.night();
    assertThat(run.counts().get(RunCounts.CONTACTS_UNNAMED)).isOne();
    assertThat(run.counts().get(RunCounts.CONTACTS_BAD)).isOne();
    assertThat(world.journal)
        .contains("a record after '' has no id: whom the page lacks may be that one");
    assertThat(world.copies("u1", "c11")).isEmpty();
  }

  @Test
  void aDryRunAsksTooAndReportsNoRemovalOfWhoIsHidden() {
    people(4);
    world.night();
    world.clock.forward(java.time.Duration.ofMinutes(11));
    world.crm.hide(C11);
    Run run = DryRuns.whole(world);
    assertThat(run.counts().hidden()).containsExactly(C11);
    assertThat(run.counts().get(RunCounts.REMOVALS_QUEUED)).isZero();
  }

  private World world(int limit) {
    World made = new World(World.settings().limit(limit).percent(100).build());
    made.user("u1");
    return made;
  }

  private void people(int count) {
    IntStream.range(10, 10 + count).forEach(i -> put("c" + i));
  }

  private void put(String id) {
    world.crm.put(People.person(id, "N" + id, "u1"));
  }
}
