package io.crmsync.sync.pair;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.CrmContact;
import io.crmsync.domain.contact.Field;
import io.crmsync.domain.outlook.FolderId;
import io.crmsync.domain.outlook.OutlookId;
import io.crmsync.sync.fakes.FakeMailbox;
import io.crmsync.sync.fakes.MailboxCall;
import io.crmsync.sync.port.JobQueue.Lane;
import io.crmsync.sync.port.MailboxBusy;
import io.crmsync.sync.world.People;
import io.crmsync.sync.world.When;
import io.crmsync.sync.world.World;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What its user moves from one folder to another, just while our copy is looked for in one folder
 * after the other, is found all the same (R8, R14, R19).
 */
class MovedMeanwhileTest {
  private static final ContactId C1 = new ContactId("c1");

  private final World world = new World();
  private final FakeMailbox mailbox = world.mailbox("u1");
  private FolderId ours;
  private FolderId mine;

  @BeforeEach
  void oneUserWithTwoFoldersAndOneContact() {
    world.user("u1");
    world.crm.put(People.person("c1", "Ada", "u1"));
    ours = mailbox.user().createFolder("CRM Contacts");
    mine = mailbox.user().createFolder("Mine");
  }

  @Test
  void theCopyInAMailboxThatCameBack() {
    world.night();
    OutlookId copy = world.copy("u1", "c1").id();
    mailbox.user().move(copy, mine);
    world.crm.putUser("u1", "other@example.com", true);
    world.withSettings(World.settings().limit(0).build()).night();
    world.user("u1");
    movedWhenLookedFor(copy);
    world.withSettings(World.DEFAULTS).night();
    assertThat(world.copy("u1", "c1").id()).isEqualTo(copy);
  }

  /** Which mailbox a former copy is in is not known any more: it may be the present one. */
  @Test
  void theCopyInAMailboxThatCameBackWhereTheTableOfMailboxesWasLost() {
    world.night();
    OutlookId copy = world.copy("u1", "c1").id();
    mailbox.user().move(copy, mine);
    change(contact -> People.first(contact, "Deceased"));
    world.crm.putUser("u1", "other@example.com", true);
    world.withSettings(World.settings().limit(0).build()).night();
    world.user("u1");
    world.night();
    world.mailboxes.lose();
    world.night();
    change(contact -> People.first(contact, "Grace"));
    world.withSettings(World.DEFAULTS).night();
    assertThat(world.copy("u1", "c1").id()).isEqualTo(copy);
    world.outlook.forgetCalls();
    world.night();
    assertThat(world.outlook.calls()).isZero();
  }

  @Test
  void theCopyInAMailboxThatCameBackAlsoWhereItGoesToANewFolder() {
    world.night();
    OutlookId copy = world.copy("u1", "c1").id();
    mailbox.user().move(copy, mine);
    world.crm.putUser("u1", "other@example.com", true);
    world.withSettings(World.settings().limit(0).build()).night();
    world.user("u1");
    atTheSecondFind(() -> mailbox.user().move(copy, mailbox.user().createFolder("New")));
    world.withSettings(World.DEFAULTS).night();
    assertThat(world.copy("u1", "c1").id()).isEqualTo(copy);
  }

  @Test
  void theUsersOwnContactWhoseAdoptionWasNotAnswered() {
    OutlookId own = unansweredAdoption();
    movedWhenLookedFor(own);
    world.night();
    assertThat(world.copy("u1", "c1").id()).isEqualTo(own);
  }

  @Test
  void alsoWhereTheAccessWasLostMeanwhile() {
    OutlookId own = unansweredAdoption();
    change(contact -> People.team(contact));
    atTheSecondFind(() -> mailbox.user().move(own, mailbox.user().createFolder("New")));
    world.night();
    assertThat(world.copies("u1", "c1")).isEmpty();
    assertThat(mailbox.binned()).hasSize(1);
  }

  @Test
  void theCopyWhoseCreateWasNotAnsweredAndIsLookedForMuchLater() {
    mailbox.failAfter(MailboxCall.CREATE, noAnswer());
    readAndWorkUntil(MailboxCall.CREATE);
    world.queue.pairs(Lane.NIGHTLY).takeAll();
    OutlookId copy = world.copy("u1", "c1").id();
    mailbox.user().move(copy, mine);
    movedWhenLookedFor(copy);
    world.night();
    assertThat(world.copy("u1", "c1").id()).isEqualTo(copy);
  }

  @Test
  void theSecondCopyThatALateCreateLeft() {
    mailbox.failAfter(MailboxCall.CREATE, noAnswer());
    mailbox.searchLags(true);
    readAndWorkUntil(MailboxCall.CREATE);
    OutlookId late = world.copy("u1", "c1").id();
    workUntil(MailboxCall.CREATE);
    mailbox.searchLags(false);
    assertThat(world.copies("u1", "c1")).hasSize(2);
    mailbox.user().move(late, mine);
    OutlookId linked = world.pair("u1", "c1").link().orElseThrow().outlookId();
    mailbox.user().move(linked, mailbox.defaultFolder());
    atTheSecondFind(() -> mailbox.user().move(late, mailbox.user().createFolder("New")));
    world.drain();
    assertThat(world.copy("u1", "c1").id()).isEqualTo(linked);
  }

  private OutlookId unansweredAdoption() {
    OutlookId own = mailbox.user().add(ours, Map.of(Field.EMAIL, "c1@example.com"));
    mailbox.failAfter(MailboxCall.UPDATE, noAnswer());
    readAndWorkUntil(MailboxCall.UPDATE);
    assertThat(world.pair("u1", "c1").link()).isEmpty();
    world.queue.pairs(Lane.NIGHTLY).takeAll();
    mailbox.user().move(own, mine);
    return own;
  }

  /** Our folder is asked first; nothing of the contact's is there then. */
  private void movedWhenLookedFor(OutlookId copy) {
    atTheSecondFind(() -> mailbox.user().move(copy, ours));
  }

  private void atTheSecondFind(Runnable deed) {
    world.outlook.onEveryCall(When.before(2, MailboxCall.FIND, deed));
  }

  private void change(UnaryOperator<CrmContact> how) {
    world.crm.put(how.apply(world.crm.find(C1).orElseThrow()));
  }

  private void readAndWorkUntil(MailboxCall call) {
    world.clock.forward(Duration.ofHours(23));
    world.startRun.nightly();
    while (!world.queue.runSteps().isEmpty()) {
      world.advanceRun.step(world.queue.runSteps().takeNext().orElseThrow(), line -> {});
    }
    workUntil(call);
  }

  private void workUntil(MailboxCall call) {
    int before = mailbox.calls(call);
    while (mailbox.calls(call) == before) {
      world.clock.forwardTo(world.queue.firstVisibleAt());
      world.workOne();
    }
  }

  private static MailboxBusy noAnswer() {
    return new MailboxBusy(MailboxBusy.Cause.OUTCOME_UNKNOWN, "no answer", Optional.empty());
  }
}
