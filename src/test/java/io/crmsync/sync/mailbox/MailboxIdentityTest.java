package io.crmsync.sync.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.CrmContact;
import io.crmsync.domain.contact.PairId;
import io.crmsync.domain.contact.UserId;
import io.crmsync.domain.mailbox.MailboxIdentity;
import io.crmsync.domain.mailbox.MailboxState;
import io.crmsync.domain.outlook.OutlookId;
import io.crmsync.domain.patch.ContactPatch;
import io.crmsync.domain.run.Run;
import io.crmsync.sync.fakes.MailboxCall;
import io.crmsync.sync.port.JobQueue.Lane;
import io.crmsync.sync.port.PairMessage;
import io.crmsync.sync.world.ApiWorld;
import io.crmsync.sync.world.Held;
import io.crmsync.sync.world.People;
import io.crmsync.sync.world.Uninstalls;
import io.crmsync.sync.world.World;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** R22: what a mailbox is, its default folder's id tells, not the spelling of its address. */
class MailboxIdentityTest {
  private static final String OBJECT_ID = "6f0c1a52-0000-4000-8000-000000000001";

  private final World world = new World(World.settings().percent(100).build());

  @BeforeEach
  void twoUsersWithContacts() {
    world.user("u1");
    world.user("u2");
    world.crm.put(People.person("c1", "Ada", "u1", "u2"));
    world.crm.put(People.person("c2", "Ben", "u1"));
    world.crm.put(People.person("c3", "Cem", "u2"));
  }

  @Test
  void aMailboxMadeAnewBehindTheSameAddressIsFilledAgainByTheNextWrite() {
    world.night();
    world.mailbox("u1").makeAnew();
    change("c1", "Boss");
    world.night();
    assertThat(world.copies("u1", "c1")).hasSize(1);
    assertThat(world.copies("u1", "c2")).hasSize(1);
    nothingIsLeft("u1");
  }

  @Test
  void byAFullRunWhateverHasChanged() {
    world.night();
    world.mailbox("u1").makeAnew();
    full();
    assertThat(world.mailbox("u1").contacts()).hasSize(2);
    nothingIsLeft("u1");
  }

  @Test
  void andByARightClickWithAllThatItLacks() {
    world.night();
    world.mailbox("u1").makeAnew();
    world.clock.forward(Duration.ofMinutes(11));
    world.requestSync.ask(ApiWorld.user("u1"), "c2", Optional.empty());
    world.drain();
    assertThat(world.mailbox("u1").contacts()).hasSize(2);
  }

  @Test
  void ofAMailboxMadeAnewNothingIsHeldThoughItsUserMayHaveLessNow() {
    world.withSettings(World.settings().limit(0).build());
    world.night();
    world.mailbox("u1").makeAnew();
    change("c1", "Boss");
    assertThat(world.night().status()).isEqualTo(Run.Status.COMPLETED);
    assertThat(world.mailbox("u1").contacts()).hasSize(2);
    nothingIsLeft("u1");
  }

  @Test
  void aQuietNightAsksNoMailboxAndABusyOneAsksEachOnce() {
    world.night();
    world.outlook.forgetCalls();
    world.night();
    assertThat(world.outlook.calls()).isZero();
    change("c1", "Boss");
    change("c2", "Clerk");
    world.night();
    assertThat(world.mailbox("u1").calls(MailboxCall.DEFAULT_FOLDER)).isEqualTo(1);
    assertThat(world.mailbox("u2").calls(MailboxCall.DEFAULT_FOLDER)).isEqualTo(1);
  }

  @Test
  void aRowOfAnOlderVersionLearnsWhichMailboxItIsAndKeepsItsLinks() {
    world.night();
    forgetIdentity("u1");
    OutlookId before = world.copy("u1", "c1").id();
    change("c1", "Boss");
    world.night();
    assertThat(world.copy("u1", "c1").id()).isEqualTo(before);
    assertThat(world.mailboxes.of(new UserId("u1")).epoch()).isZero();
    assertThat(world.mailboxes.of(new UserId("u1")).identity().present())
        .contains(world.mailbox("u1").defaultFolder());
  }

  @Test
  void aRenamedMailboxIsKnownAgainThoughItsUserDeletedOurFolder() {
    world.night();
    world.mailbox("u1").user().deleteFolder(world.folderOf("u1"));
    world.mailbox("u1").user().emptyBin();
    world.mailbox("u1").rename("new@example.com");
    world.crm.putUser("u1", "new@example.com", true);
    world.night();
    assertThat(world.mailboxes.of(new UserId("u1")).epoch()).isZero();
    assertThat(world.outlook.at("new@example.com").contacts()).isEmpty(); // R14
  }

  @Test
  void twoActiveUsersOfOneMailboxAreParkedBeforeTheSecondWritesThere() {
    world.night();
    world.mailbox("u1").alias(OBJECT_ID);
    world.crm.putUser("u2", OBJECT_ID, true);
    world.crm.delete(new ContactId("c2"));
    world.night();
    assertThat(reason("u1")).contains("mailboxTwice");
    assertThat(reason("u2")).contains("mailboxTwice");
    assertThat(world.mailbox("u1").marked(new ContactId("c3"))).isEmpty();
    full();
    full();
    assertThat(world.mailbox("u1").contacts()).hasSize(2);
    assertThat(world.mailbox("u1").binned()).isEmpty();
  }

  @Test
  void whatTwoFilledBeforeIsNoStrayOfEitherInAFullRun() {
    world.crm.putUser("u2", "u2@example.com", false);
    world.night();
    world.mailbox("u1").alias(OBJECT_ID);
    OutlookId ofTheOther =
        world.mailbox("u1").user().copy(world.copy("u1", "c2").id(), world.folderOf("u1"));
    world.mailbox("u1").update(ofTheOther, marking("c3"));
    forgetIdentity("u1");
    world.crm.putUser("u2", OBJECT_ID, true);
    full();
    full();
    assertThat(world.mailbox("u1").contacts()).hasSize(3);
    assertThat(world.mailbox("u1").binned()).isEmpty();
    assertThat(reason("u1")).contains("mailboxTwice");
  }

  @Test
  void itGoesOnWhenTheyNameItNoLongerBoth() {
    twoActiveUsersOfOneMailboxAreParkedBeforeTheSecondWritesThere();
    world.crm.putUser("u2", "u2@example.com", true);
    world.night();
    world.night();
    assertThat(reason("u1")).isEmpty();
    assertThat(reason("u2")).isEmpty();
    assertThat(world.copies("u1", "c1")).hasSize(1);
    assertThat(world.copies("u1", "c2")).isEmpty();
    assertThat(world.mailbox("u2").contacts()).hasSize(2);
    nothingIsLeft("u1");
    assertThat(world.due.range(Optional.empty(), Optional.empty())).isEmpty();
  }

  @Test
  void orWhenOneOfThemGetsAMailboxOfItsOwnBehindTheSameAddress() {
    twoActiveUsersOfOneMailboxAreParkedBeforeTheSecondWritesThere();
    world.outlook.at("fresh@example.com").alias(OBJECT_ID);
    world.night();
    world.night();
    world.night();
    assertThat(reason("u1")).isEmpty();
    assertThat(reason("u2")).isEmpty();
    assertThat(world.outlook.at(OBJECT_ID).contacts()).hasSize(2);
    assertThat(world.mailbox("u1").marked(new ContactId("c3"))).isEmpty();
  }

  @Test
  void whoIsNoLongerActiveDoesNotCount() {
    world.night();
    world.mailbox("u1").alias(OBJECT_ID);
    world.crm.putUser("u1", "u1@example.com", false);
    world.crm.putUser("u2", OBJECT_ID, true);
    world.night();
    world.night();
    full();
    assertThat(reason("u2")).isEmpty();
    assertThat(world.mailbox("u1").contacts())
        .extracting(copy -> copy.mark().orElse(""))
        .containsExactlyInAnyOrder("c1", "c3");
    nothingIsLeft("u1");
  }

  @Test
  void anOldCopyThatTheMailboxsNewUserHasFoundMeanwhileStaysWhoeverSpellsItHow() {
    world.night();
    world.mailbox("u1").alias(OBJECT_ID);
    world.withSettings(World.settings().limit(0).build());
    world.crm.putUser("u1", "other@example.com", true);
    world.crm.putUser("u2", OBJECT_ID, true);
    world.night();
    world.withSettings(World.settings().percent(100).build());
    world.night();
    world.night();
    assertThat(world.mailbox("u1").contacts())
        .extracting(copy -> copy.mark().orElse(""))
        .containsExactlyInAnyOrder("c1", "c3");
    assertThat(world.outlook.at("other@example.com").contacts()).hasSize(2);
    nothingIsLeft("u1");
  }

  @Test
  void aMailboxThatComesBackUnderAnotherSpellingKeepsItsCopies() {
    world.night();
    world.mailbox("u1").alias(OBJECT_ID);
    OutlookId before = world.copy("u1", "c1").id();
    world.withSettings(World.settings().limit(0).build());
    world.crm.putUser("u1", "other@example.com", true);
    world.night();
    world.crm.putUser("u1", OBJECT_ID, true);
    world.night();
    world.withSettings(World.settings().percent(100).build());
    world.night();
    world.night();
    assertThat(world.copy("u1", "c1").id()).isEqualTo(before);
    assertThat(world.mailbox("u1").contacts()).hasSize(2);
    assertThat(world.outlook.at("other@example.com").contacts()).isEmpty();
    nothingIsLeft("u1");
  }

  @Test
  void anUninstallLeavesAFormerMailboxThatIsOfTwoOthersByNow() {
    world.withSettings(World.settings().limit(0).build());
    world.night();
    world.mailbox("u1").alias(OBJECT_ID);
    world.mailbox("u1").alias("alias@example.com");
    world.crm.putUser("u1", "other@example.com", true);
    world.crm.putUser("u2", OBJECT_ID, true);
    world.crm.putUser("u3", "alias@example.com", true);
    world.crm.put(People.person("c4", "Dan", "u3"));
    world.night();
    assertThat(reason("u2")).contains("mailboxTwice");
    Uninstalls.carriedOut(world);
    assertThat(world.mailbox("u1").contacts()).hasSizeGreaterThanOrEqualTo(2);
    assertThat(world.mailbox("u1").binned()).isEmpty();
    assertThat(world.outlook.at("other@example.com").contacts()).isEmpty();
  }

  @Test
  void whateverTheOtherInstanceDoesWhenOfTwoAtOnceNoMoreThanOneWrites() {
    int calls = 0;
    boolean done = false;
    while (!done) {
      World each = shared();
      int at = calls++;
      done = !interrupted(each, at);
      List<String> marks =
          each.outlook.at(OBJECT_ID).contacts().stream().map(c -> c.mark().orElse("")).toList();
      assertThat(marks).as("second one at call " + at).hasSizeLessThanOrEqualTo(1);
      assertThat(each.mailboxes.of(new UserId("u1")).parked()).as("call " + at).isPresent();
      assertThat(each.mailboxes.of(new UserId("u2")).parked()).as("call " + at).isPresent();
    }
    assertThat(calls).isGreaterThan(15);
  }

  private static World shared() {
    World world = new World();
    world.user("u1");
    world.crm.putUser("u2", OBJECT_ID, true);
    world.mailbox("u1").alias(OBJECT_ID);
    world.night();
    for (CrmContact contact :
        List.of(People.person("c1", "Ada", "u1"), People.person("c3", "Cem", "u2"))) {
      world.crm.put(contact);
      world.recordContacts.recordOne(contact.id(), Optional.of(contact), world.clock.instant());
    }
    for (Lane lane : Lane.values()) {
      world.queue.pairs(lane).takeAll();
    }
    return world;
  }

  /** Whether the first one made so many calls, so that the second came in between. */
  private static boolean interrupted(World world, int at) {
    int[] calls = {0};
    boolean[] came = {false};
    world.crashes.listen(
        where -> {
          if (calls[0]++ == at && !came[0]) {
            came[0] = true;
            world
                .useCases(world.crm, world.queue)
                .pairs()
                .reconcilePair()
                .reconcile(
                    PairMessage.of(new PairId(new UserId("u2"), new ContactId("c3"))),
                    Lane.NIGHTLY);
          }
        });
    world.reconcile("u1", "c1", Lane.NIGHTLY);
    world.crashes.listen(where -> {});
    if (!came[0]) {
      world.reconcile("u2", "c3", Lane.NIGHTLY);
    }
    return came[0];
  }

  private void change(String contact, String position) {
    CrmContact now = world.crm.find(new ContactId(contact)).orElseThrow();
    world.crm.put(People.position(now, position));
  }

  private void full() {
    world.clock.forward(Duration.ofHours(1));
    world.startRun.byHand(Held.ADMIN_PERSON, Run.Mode.FULL);
    world.drain();
  }

  private Optional<String> reason(String user) {
    return world.mailboxes.of(new UserId(user)).parked().map(parked -> parked.why().code());
  }

  /** As it is in the row that an older version of the app wrote. */
  private void forgetIdentity(String user) {
    world.mailboxes.change(new UserId(user), MailboxIdentityTest::asBefore);
  }

  private static MailboxState asBefore(MailboxState old) {
    return new MailboxState(
        old.user(),
        old.address(),
        new MailboxIdentity(Optional.empty(), Map.of(), Set.of()),
        old.epoch(),
        old.former(),
        old.folderName(),
        old.folder(),
        old.trusted(),
        old.notBefore(),
        old.parked(),
        old.toWake(),
        false,
        Optional.empty());
  }

  private static ContactPatch marking(String contact) {
    return new ContactPatch(
        Map.of(), Map.of(), Map.of(), Optional.of(new ContactId(contact)), Optional.empty());
  }

  private void nothingIsLeft(String user) {
    assertThat(world.due.range(Optional.empty(), Optional.empty()))
        .noneMatch(row -> row.user().equals(new UserId(user)));
    assertThat(world.pairs.ofUser(new UserId(user), Optional.empty(), 100))
        .allMatch(pair -> pair.former().isEmpty());
  }
}
