package io.crmsync.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmsync.domain.audience.AudiencePolicy;
import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.ContactStatus;
import io.crmsync.domain.contact.CrmContact;
import io.crmsync.domain.contact.Field;
import io.crmsync.domain.contact.GroupId;
import io.crmsync.domain.contact.PairId;
import io.crmsync.domain.contact.UserId;
import io.crmsync.domain.contact.ViewSecurity;
import io.crmsync.domain.outlook.FolderId;
import io.crmsync.domain.outlook.ListSlot;
import io.crmsync.domain.outlook.OutlookId;
import io.crmsync.domain.reason.Reason;
import io.crmsync.domain.reason.Why;
import io.crmsync.domain.run.Run;
import io.crmsync.sync.fakes.CallHook;
import io.crmsync.sync.fakes.FakeMailbox;
import io.crmsync.sync.fakes.MailboxCall;
import io.crmsync.sync.port.SyncSettings;
import io.crmsync.sync.world.Crashes;
import io.crmsync.sync.world.People;
import io.crmsync.sync.world.World;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** The admin's choices: on request, pilot, inactive contacts, folder, category; and adoption. */
class WaysOfWorkingTest {
  private static final UserId U1 = new UserId("u1");

  @Test
  void onRequestAPairWaitsUntilItsUserAsks() {
    World world = world(World.settings().onRequest().build());
    world.night();
    assertThat(world.copies("u1", "c1")).isEmpty();
    assertThat(world.pair("u1", "c1").why()).contains(Why.of(Reason.WAITS_FOR_USER));
    world.outlook.forgetCalls();
    change(world, c -> People.position(c, "Boss"));
    world.night();
    assertThat(world.outlook.calls()).isZero();
    ask(world);
    world.drain();
    assertThat(world.copies("u1", "c1")).hasSize(1);
    change(world, c -> People.position(c, "Chief"));
    world.night();
    assertThat(world.copy("u1", "c1").plainValue(Field.POSITION)).isEqualTo("Chief");
  }

  @Test
  void onRequestACopyFoundByItsMarkDoesNotWait() {
    World before = world(World.DEFAULTS);
    before.night();
    World lostTables = new World(before, World.settings().onRequest().build());
    lostTables.night();
    assertThat(lostTables.pair("u1", "c1").link()).isPresent();
  }

  @Test
  void onRequestASearchThatWasKilledMakesNothing() {
    World world = world(World.settings().onRequest().build());
    FakeMailbox mailbox = world.mailbox("u1");
    FolderId folder = mailbox.user().createFolder("CRM Contacts");
    mailbox.user().add(folder, Map.of(Field.EMAIL, "c1@example.com"));
    kill(world, MailboxCall.FIND, false);
    world.night();
    world.night();
    assertThat(world.copies("u1", "c1")).isEmpty();
    assertThat(mailbox.calls(MailboxCall.CREATE)).isZero();
    assertThat(world.pair("u1", "c1").why()).contains(Why.of(Reason.WAITS_FOR_USER));
    assertThat(world.pair("u1", "c1").claim()).isEmpty();
  }

  @Test
  void aCreateThatWasLostBeforeTheChoiceOfOnRequestIsFoundWhereverItIs() {
    World automatic = world(World.DEFAULTS);
    FakeMailbox mailbox = automatic.mailbox("u1");
    kill(automatic, MailboxCall.CREATE, false);
    automatic.startRun.nightly();
    while (mailbox.calls(MailboxCall.CREATE) == 0) {
      automatic.clock.forwardTo(automatic.queue.firstVisibleAt());
      automatic.workOne();
    }
    FolderId mine = mailbox.user().createFolder("Mine");
    mailbox.user().move(automatic.copy("u1", "c1").id(), mine);
    World onRequest = automatic.withSettings(World.settings().onRequest().build());
    onRequest.night();
    assertThat(onRequest.pair("u1", "c1").link().orElseThrow().outlookId())
        .isEqualTo(onRequest.copy("u1", "c1").id());
    assertThat(mailbox.calls(MailboxCall.CREATE)).isEqualTo(1);
  }

  @Test
  void anAskedCreateThatWasLostIsMadeAllTheSame() {
    World world = world(World.settings().onRequest().build());
    world.night();
    FakeMailbox mailbox = world.mailbox("u1");
    kill(world, MailboxCall.CREATE, true);
    ask(world);
    world.drain();
    assertThat(world.copies("u1", "c1")).hasSize(1);
    assertThat(mailbox.calls(MailboxCall.CREATE)).isEqualTo(2);
  }

  @Test
  void goingBackToAutomaticQueuesWhatWaits() {
    World waiting = world(World.settings().onRequest().build());
    waiting.night();
    World automatic = waiting.withSettings(World.DEFAULTS);
    automatic.night();
    assertThat(automatic.copies("u1", "c1")).hasSize(1);
  }

  @Test
  void outsideThePilotMailboxesAreNeitherWrittenNorEmptied() {
    World all = world(World.DEFAULTS);
    all.user("u2");
    all.crm.putGroup("pilot", People.users("u2"));
    all.night();
    World pilot =
        all.withSettings(
            World.settings()
                .audience(new AudiencePolicy(Optional.of(new GroupId("pilot")), false))
                .build());
    change(pilot, c -> People.team(c, "u2"));
    pilot.outlook.forgetCalls();
    pilot.night();
    assertThat(pilot.copies("u2", "c1")).hasSize(1);
    assertThat(pilot.mailbox("u1").calls()).isZero();
    assertThat(pilot.copies("u1", "c1")).hasSize(1);
    pilot.crm.putGroup("pilot", People.users("u1", "u2"));
    pilot.night();
    assertThat(pilot.copies("u1", "c1")).isEmpty();
  }

  @Test
  void aPilotGroupThatTheCrmDoesNotHaveFailsTheRun() {
    World world =
        world(
            World.settings()
                .audience(new AudiencePolicy(Optional.of(new GroupId("nobody")), false))
                .build());
    Run run = world.night();
    assertThat(run.status()).isEqualTo(Run.Status.FAILED);
    assertThat(run.error()).contains("SYNC_USERS_GROUP");
  }

  @Test
  void keptInactiveContactsStayUntouchedButLostSightStillRemovesThem() {
    World world =
        world(World.settings().audience(new AudiencePolicy(Optional.empty(), true)).build());
    world.night();
    change(world, c -> People.status(People.position(c, "Gone fishing"), ContactStatus.INACTIVE));
    world.outlook.forgetCalls();
    world.night();
    assertThat(world.outlook.calls()).isZero();
    assertThat(world.copies("u1", "c1")).hasSize(1);
    change(
        world,
        c ->
            People.security(
                c, new ViewSecurity(ViewSecurity.Scope.PRIVATE, Optional.empty(), Set.of())));
    world.night();
    assertThat(world.copies("u1", "c1")).isEmpty();
  }

  @Test
  void anUnmarkedContactWithTheEmailInTheFolderIsAdopted() {
    World world = world(World.settings().folder("default").category("CRM").build());
    OutlookId own =
        world
            .mailbox("u1")
            .user()
            .add(
                world.mailbox("u1").defaultFolder(),
                Map.of(Field.EMAIL, "C1@Example.com", Field.WEBSITE, "own.example.com"));
    world.night();
    assertThat(world.copy("u1", "c1").id()).isEqualTo(own);
    assertThat(world.copy("u1", "c1").plainValue(Field.FIRST_NAME)).isEqualTo("Ada");
    assertThat(world.copy("u1", "c1").plainValue(Field.WEBSITE)).isEqualTo("own.example.com");
    assertThat(world.copy("u1", "c1").entries(ListSlot.EMAILS)).containsExactly("c1@example.com");
    assertThat(world.copy("u1", "c1").categories()).containsExactly("CRM");
  }

  @Test
  void ofTwoContactsWithOneEmailOneAdoptsAndTheOtherIsCreated() {
    World world = world(World.settings().folder("default").build());
    world.crm.put(People.email(People.person("c2", "Ada", "u1"), "c1@example.com"));
    world
        .mailbox("u1")
        .user()
        .add(world.mailbox("u1").defaultFolder(), Map.of(Field.EMAIL, "c1@example.com"));
    world.night();
    assertThat(world.mailbox("u1").contacts()).hasSize(2);
    assertThat(world.copies("u1", "c1")).hasSize(1);
    assertThat(world.copies("u1", "c2")).hasSize(1);
  }

  @Test
  void severalOwnContactsWithTheEmailAreAmbiguous() {
    World world = world(World.settings().folder("default").build());
    var folder = world.mailbox("u1").defaultFolder();
    world.mailbox("u1").user().add(folder, Map.of(Field.EMAIL, "c1@example.com"));
    world.mailbox("u1").user().add(folder, Map.of(Field.EMAIL, "c1@example.com"));
    world.night();
    assertThat(world.pair("u1", "c1").why()).contains(Why.of(Reason.MATCH_AMBIGUOUS));
    assertThat(world.mailbox("u1").contacts()).hasSize(2);
  }

  @Test
  void anAdoptedContactIsNeverRemovedPermanently() {
    World world = world(World.settings().folder("default").build());
    world
        .mailbox("u1")
        .user()
        .add(world.mailbox("u1").defaultFolder(), Map.of(Field.EMAIL, "c1@example.com"));
    world.night();
    change(
        world,
        c ->
            People.security(
                c, new ViewSecurity(ViewSecurity.Scope.PRIVATE, Optional.empty(), Set.of())));
    world.night();
    assertThat(world.copies("u1", "c1")).isEmpty();
    assertThat(world.mailbox("u1").binned()).hasSize(1);
  }

  @Test
  void aNewFolderSettingLeavesLinkedCopiesWhereTheyAre() {
    World before = world(World.DEFAULTS);
    before.night();
    World after = before.withSettings(World.settings().folder("Customers").build());
    after.crm.put(People.person("c2", "Ben", "u1"));
    change(after, c -> People.position(c, "Boss"));
    after.night();
    assertThat(after.copy("u1", "c1").folder()).isNotEqualTo(after.copy("u1", "c2").folder());
    assertThat(after.copy("u1", "c1").plainValue(Field.POSITION)).isEqualTo("Boss");
  }

  @Test
  void aRemovalTakesTheUsersCopiesOfTheCopyAlong() {
    World world = world(World.DEFAULTS);
    world.night();
    world.mailbox("u1").user().copy(world.copy("u1", "c1").id(), world.folderOf("u1"));
    change(world, c -> People.team(c));
    world.night();
    assertThat(world.copies("u1", "c1")).isEmpty();
  }

  @Test
  void onePersonWithoutAccessCostsOneLookUpAndOneDelete() {
    World world = world(World.DEFAULTS);
    world.night();
    world.restart();
    world.outlook.forgetCalls();
    change(world, c -> People.team(c));
    world.night();
    assertThat(world.outlook.calls(MailboxCall.REMOVE)).isEqualTo(1);
    assertThat(world.outlook.calls(MailboxCall.FIND)).isEqualTo(1);
  }

  private static World world(SyncSettings settings) {
    World world = new World(settings);
    world.user("u1");
    world.crm.put(People.person("c1", "Ada", "u1"));
    return world;
  }

  private static void change(World world, java.util.function.UnaryOperator<CrmContact> how) {
    world.crm.put(how.apply(world.crm.find(new ContactId("c1")).orElseThrow()));
  }

  private static void ask(World world) {
    var pair = world.pairs.find(new PairId(U1, new ContactId("c1")));
    world.pairs.write(pair.with(pair.value().askedFor()));
    world.queue.sendPairs(
        List.of(io.crmsync.sync.port.PairMessage.of(new PairId(U1, new ContactId("c1")))),
        io.crmsync.sync.port.JobQueue.Lane.NOW);
  }

  /** The app is killed once, before or after its next request of this kind. */
  private static void kill(World world, MailboxCall when, boolean before) {
    AtomicBoolean once = new AtomicBoolean();
    world.outlook.onEveryCall(
        new CallHook() {
          @Override
          public void before(FakeMailbox mailbox, MailboxCall call) {
            strike(before, call);
          }

          @Override
          public void after(FakeMailbox mailbox, MailboxCall call) {
            strike(!before, call);
          }

          private void strike(boolean now, MailboxCall call) {
            if (now && call == when && once.compareAndSet(false, true)) {
              throw new Crashes.Killed("at " + call);
            }
          }
        });
  }
}
