package io.crmsync.sync.preview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.crmsync.domain.audience.AudiencePolicy;
import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.ContactStatus;
import io.crmsync.domain.contact.Field;
import io.crmsync.domain.contact.GroupId;
import io.crmsync.domain.contact.PairId;
import io.crmsync.domain.contact.UserId;
import io.crmsync.domain.contact.ViewSecurity;
import io.crmsync.domain.outlook.OutlookId;
import io.crmsync.domain.pair.Pair;
import io.crmsync.domain.reason.Reason;
import io.crmsync.domain.reason.Why;
import io.crmsync.domain.run.Run;
import io.crmsync.sync.call.Caller;
import io.crmsync.sync.call.Caller.Role;
import io.crmsync.sync.call.Refusal;
import io.crmsync.sync.fakes.MailboxCall;
import io.crmsync.sync.port.JobQueue.Lane;
import io.crmsync.sync.port.MailboxBusy;
import io.crmsync.sync.port.MailboxClosed;
import io.crmsync.sync.port.PairMessage;
import io.crmsync.sync.preview.PreviewContacts.Criteria;
import io.crmsync.sync.preview.PreviewContacts.Preview;
import io.crmsync.sync.world.ApiWorld;
import io.crmsync.sync.world.People;
import io.crmsync.sync.world.SnapshotOnly;
import io.crmsync.sync.world.World;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The plan, not carried out: every state, pages, counts, and what it costs. */
class PreviewContactsTest {
  private static final UserId U1 = new UserId("u1");

  @Test
  void givenASnapshotItWorksBeforeAnythingWasWritten() {
    World world = withPerson("c1");
    world.crm.put(People.first(People.person("c2", "x", "u1"), "Deceased"));
    world.crm.put(People.email(People.person("c3", "Cy", "u1"), "broken"));
    world.crm.put(People.person("c4", "Di", "u2"));
    SnapshotOnly.read(world);
    Preview page = page(world);
    assertThat(page.items())
        .extracting(PreviewItem::contact)
        .map(ContactId::value)
        .containsExactly("c1", "c2", "c3");
    assertThat(page.items())
        .extracting(PreviewItem::state)
        .containsExactly(
            PreviewState.NEW, PreviewState.NOT_ACTIONABLE, PreviewState.NOT_ACTIONABLE);
    assertThat(page.items())
        .extracting(PreviewItem::reasons)
        .containsExactly(
            List.of(), List.of(Why.of(Reason.DECEASED)), List.of(Why.of(Reason.EMAIL_MALFORMED)));
    assertThat(page.counts())
        .containsOnly(entry(PreviewState.NEW, 1), entry(PreviewState.NOT_ACTIONABLE, 2));
    assertThat(page.items().get(0).changes())
        .containsEntry(Field.FIRST_NAME, "Ada")
        .containsEntry(Field.EMAIL, "c1@example.com");
    assertThat(world.outlook.calls()).isOne(); // which mailbox it is
  }

  @Test
  void itWritesNothing() {
    World world = withPerson("c1");
    SnapshotOnly.read(world);
    List<Pair> before = world.pairs.ofUser(U1, Optional.empty(), 10);
    int queued = world.queue.pairs(Lane.NIGHTLY).messages().size();
    page(world);
    assertThat(world.pairs.ofUser(U1, Optional.empty(), 10)).isEqualTo(before);
    assertThat(world.queue.pairs(Lane.NIGHTLY).messages()).hasSize(queued);
    assertThat(world.queue.pairs(Lane.NOW).messages()).isEmpty();
  }

  @Test
  void whatTheNightBroughtIsUpToDateAndAChangeNamesItsField() {
    World world = withPerson("c1");
    world.night();
    assertThat(only(world).state()).isEqualTo(PreviewState.UP_TO_DATE);
    assertThat(only(world).changes()).isEmpty();
    SnapshotOnly.record(world, People.position(world.contact("c1"), "Boss"));
    assertThat(only(world).state()).isEqualTo(PreviewState.UPDATE);
    assertThat(only(world).changes()).containsOnly(entry(Field.POSITION, "Boss"));
    world.drain();
    assertThat(only(world).state()).isEqualTo(PreviewState.UP_TO_DATE);
  }

  @Test
  void aClearedFieldIsAChangeToNothingAndAPartOfTheNameBringsTheWholeName() {
    World world = withPerson("c1");
    world.night();
    SnapshotOnly.record(world, People.position(world.contact("c1"), ""));
    assertThat(only(world).changes()).containsOnly(entry(Field.POSITION, ""));
    SnapshotOnly.record(world, People.first(world.contact("c1"), "Joe"));
    assertThat(only(world).changes())
        .containsOnly(
            entry(Field.FULL_NAME, "Joe Sample"),
            entry(Field.FIRST_NAME, "Joe"),
            entry(Field.POSITION, ""));
  }

  @Test
  void aCopyThatTheUserDeletedIsSeenInOneListingOfTheFolder() {
    World world = withPerson("c1", "c2");
    world.night();
    world.clock.forward(Duration.ofMinutes(11));
    world.mailbox("u1").user().bin(link(world, "c1"));
    world.outlook.forgetCalls();
    assertThat(states(world))
        .containsExactly(PreviewState.REMOVED_IN_OUTLOOK, PreviewState.UP_TO_DATE);
    assertThat(world.outlook.calls(MailboxCall.LIST)).isEqualTo(1);
    assertThat(world.outlook.calls()).isLessThanOrEqualTo(3); // which mailbox, which folders
    world.outlook.forgetCalls();
    world.clock.forward(Duration.ofMinutes(9));
    assertThat(states(world)).contains(PreviewState.REMOVED_IN_OUTLOOK);
    assertThat(world.outlook.calls()).isZero();
  }

  @Test
  void whatTheUserDeletedAndTheCrmChangedWouldBeWrittenAnewWhole() {
    World world = withPerson("c1");
    world.night();
    world.clock.forward(Duration.ofMinutes(11));
    world.mailbox("u1").user().bin(link(world, "c1"));
    SnapshotOnly.record(world, People.position(world.contact("c1"), "Boss"));
    assertThat(only(world).state()).isEqualTo(PreviewState.UPDATE);
    assertThat(only(world).changes())
        .containsEntry(Field.POSITION, "Boss")
        .containsEntry(Field.LAST_NAME, "Sample");
  }

  @Test
  void aDeletedFolderTakesAllItsCopiesAlong() {
    World world = withPerson("c1", "c2");
    world.night();
    world.clock.forward(Duration.ofMinutes(11));
    world.mailbox("u1").user().deleteFolder(world.folderOf("u1"));
    assertThat(states(world)).containsOnly(PreviewState.REMOVED_IN_OUTLOOK);
  }

  @Test
  void aCopyMadeByAnotherInstanceSinceTheListingCountsAsThere() {
    World world = withPerson("c1");
    world.night();
    world.clock.forward(Duration.ofMinutes(11));
    assertThat(states(world)).containsExactly(PreviewState.UP_TO_DATE);
    world.clock.forward(Duration.ofMinutes(2));
    PreviewContacts staleInstance = world.previewContacts;
    world.restart();
    SnapshotOnly.record(world, People.person("c2", "Ben", "u1"));
    world.drain();
    assertThat(
            staleInstance.preview(ApiWorld.user("u1"), "me", all()).value().orElseThrow().items())
        .extracting(PreviewItem::state)
        .containsOnly(PreviewState.UP_TO_DATE);
  }

  @Test
  void aMailboxThatCannotBeReadLeavesWhatIsKnownWithoutIt() {
    World world = withPerson("c1");
    world.night();
    world.clock.forward(Duration.ofMinutes(11));
    world.mailbox("u1").user().bin(link(world, "c1"));
    for (MailboxCall call : MailboxCall.values()) {
      MailboxBusy busy =
          new MailboxBusy(MailboxBusy.Cause.THROTTLED, "busy", Optional.of(Duration.ofMinutes(5)));
      world.mailbox("u1").failBefore(call, busy);
    }
    assertThat(only(world).state()).isEqualTo(PreviewState.UP_TO_DATE);
    world.outlook.forgetCalls();
    assertThat(only(world).state()).isEqualTo(PreviewState.UP_TO_DATE);
    assertThat(world.outlook.calls()).isZero();
  }

  @Test
  void whatViewSecurityHidesNeverAppears() {
    World world = withPerson("c1", "c2");
    world.night();
    ViewSecurity nobody = new ViewSecurity(ViewSecurity.Scope.PRIVATE, Optional.empty(), Set.of());
    SnapshotOnly.record(world, People.security(world.contact("c1"), nobody));
    assertThat(world.copies("u1", "c1")).hasSize(1); // the removal was not carried out yet
    assertThat(page(world).items())
        .extracting(item -> item.contact().value())
        .containsExactly("c2");
    assertThat(page(world).counts()).containsOnly(entry(PreviewState.UP_TO_DATE, 1));
    world.crm.delete(new ContactId("c1"));
    world.recordContacts.recordOne(new ContactId("c1"), Optional.empty(), world.clock.instant());
    assertThat(page(world).items()).hasSize(1);
  }

  @Test
  void aRemovalThatIsHeldIsToldWithItsReason() {
    World world = new World(World.settings().limit(0).build());
    world.user("u1");
    world.crm.put(People.person("c1", "Ada", "u1"));
    world.crm.put(People.person("c2", "Ben", "u1"));
    world.night();
    world.crm.put(People.team(world.contact("c1"), "u9"));
    assertThat(world.night().status()).isEqualTo(Run.Status.REMOVALS_HELD);
    PreviewItem held = page(world).items().get(0);
    assertThat(held.state()).isEqualTo(PreviewState.REMOVAL_HELD);
    assertThat(held.reasons()).containsExactly(Why.of(Reason.NOT_COVERED));
    assertThat(held.fullName()).isEqualTo("Ada Sample");
  }

  @Test
  void whoLostAccessWithoutACopyNoLongerHasTheContact() {
    World world = withPerson("c1");
    world.crm.put(People.first(People.person("c2", "x", "u1"), "Deceased"));
    world.night();
    assertThat(page(world).items()).hasSize(2);
    SnapshotOnly.record(world, People.team(world.contact("c2"), "u9"));
    world.clock.forward(Duration.ofSeconds(30)); // what nothing tells of it was remembered so long
    assertThat(page(world).items()).hasSize(1);
    world.drain();
    assertThat(world.pairs.ofUser(U1, Optional.empty(), 10)).hasSize(1);
  }

  @Test
  void aListedContactThatBecomesActionableIsWritten() {
    World world = withPerson();
    world.crm.put(People.first(People.person("c2", "x", "u1"), "Deceased"));
    world.night();
    assertThat(world.outlook.calls()).isZero();
    world.crm.put(People.first(world.contact("c2"), "Alive"));
    world.night();
    assertThat(world.copies("u1", "c2")).hasSize(1);
  }

  @Test
  void aParkedMailboxIsToldOnlyOfWhatWouldBeWritten() {
    World world = withPerson("c1", "c2");
    world.night();
    world.mailbox("u1").close(MailboxClosed.Cause.MISSING);
    SnapshotOnly.record(world, People.position(world.contact("c1"), "Boss"));
    world.drain();
    PreviewItem parked = page(world).items().get(0);
    assertThat(parked.state()).isEqualTo(PreviewState.PARKED);
    assertThat(parked.reasons()).containsExactly(Why.of(Reason.MAILBOX_MISSING));
    assertThat(parked.changes()).containsOnly(entry(Field.POSITION, "Boss"));
    assertThat(page(world).items().get(1).state()).isEqualTo(PreviewState.UP_TO_DATE);
  }

  @Test
  void aPairThatNoWorkerCouldDigestHasFailed() {
    World world = withPerson("c1");
    SnapshotOnly.read(world);
    world.failPair.fail(PairMessage.of(new PairId(U1, new ContactId("c1"))));
    assertThat(only(world).state()).isEqualTo(PreviewState.FAILED);
    assertThat(only(world).reasons()).hasSize(1);
  }

  @Test
  void whatIsAskedForIsQueuedUntilItIsDone() {
    World world = withPerson("c1");
    SnapshotOnly.read(world);
    world.syncSelected.these(ApiWorld.user("u1"), "me", Set.of(new ContactId("c1")));
    assertThat(only(world).state()).isEqualTo(PreviewState.QUEUED);
    world.drain();
    assertThat(only(world).state()).isEqualTo(PreviewState.UP_TO_DATE);
  }

  @Test
  void onRequestWhatWaitsIsNew() {
    World world = new World(World.settings().onRequest().build());
    world.user("u1");
    world.crm.put(People.person("c1", "Ada", "u1"));
    world.night();
    assertThat(only(world).state()).isEqualTo(PreviewState.NEW);
    assertThat(only(world).changes()).containsEntry(Field.FIRST_NAME, "Ada");
  }

  @Test
  void aKeptInactiveContactIsNotActionable() {
    World world =
        new World(World.settings().audience(new AudiencePolicy(Optional.empty(), true)).build());
    world.user("u1");
    world.crm.put(People.person("c1", "Ada", "u1"));
    world.night();
    SnapshotOnly.record(world, People.status(world.contact("c1"), ContactStatus.INACTIVE));
    assertThat(only(world).reasons()).containsExactly(Why.of(Reason.INACTIVE));
  }

  @Test
  void aContactThatTheUserPutOnTheListIsHersUntilSheStops() {
    World world = withPerson();
    world.crm.put(People.person("c1", "Ada"));
    world.night();
    assertThat(page(world).items()).isEmpty();
    world.requestSync.ask(ApiWorld.user("u1"), "c1", Optional.empty());
    assertThat(only(world).state()).isEqualTo(PreviewState.QUEUED);
    world.drain();
    assertThat(only(world).state()).isEqualTo(PreviewState.UP_TO_DATE);
    world.stopSync.stop(ApiWorld.user("u1"), "c1", Optional.empty());
    assertThat(only(world).state()).isEqualTo(PreviewState.QUEUED);
    assertThat(only(world).reasons()).containsExactly(Why.of(Reason.NOT_COVERED));
    world.drain();
    assertThat(page(world).items()).isEmpty();
  }

  @Test
  void severalContactsWithTheEmailAreNotActionableUntilTheContactChanges() {
    World world = withPerson("c0");
    world.night();
    for (int i = 0; i < 2; i++) {
      world.mailbox("u1").user().add(world.folderOf("u1"), Map.of(Field.EMAIL, "c1@example.com"));
    }
    world.crm.put(People.person("c1", "Ada", "u1"));
    world.night();
    assertThat(page(world).items().get(1).reasons())
        .containsExactly(Why.of(Reason.MATCH_AMBIGUOUS));
    assertThat(page(world).items().get(1).state()).isEqualTo(PreviewState.NOT_ACTIONABLE);
    SnapshotOnly.record(world, People.position(world.contact("c1"), "Boss"));
    assertThat(page(world).items().get(1).state()).isEqualTo(PreviewState.NEW);
  }

  @Test
  void aCopyOutsideThePilotIsLeftAsItIs() {
    World all = withPerson("c1");
    all.user("u2");
    all.crm.putGroup("pilot", People.users("u2"));
    all.night();
    World pilot =
        all.withSettings(
            World.settings()
                .audience(new AudiencePolicy(Optional.of(new GroupId("pilot")), false))
                .build());
    pilot.night();
    assertThat(only(pilot).state()).isEqualTo(PreviewState.NOT_ACTIONABLE);
    assertThat(only(pilot).reasons()).containsExactly(Why.of(Reason.OUTSIDE_PILOT));
  }

  @Test
  void aMailboxThatTwoUsersNameIsParked() {
    World world = withPerson("c1");
    world.crm.putUser("u3", "U1@example.com", true);
    SnapshotOnly.read(world);
    List<PreviewItem> items = items(world, ApiWorld.application("a", Role.ADMIN), "u1");
    assertThat(items).singleElement().extracting(PreviewItem::state).isEqualTo(PreviewState.PARKED);
    assertThat(items.get(0).reasons()).containsExactly(Why.of(Reason.MAILBOX_TWICE));
    assertThat(refusal(world, ApiWorld.user("u1"), "me")).isEqualTo(Refusal.NO_CRM_USER);
  }

  @Test
  void pagesAreInOrderOfIdAndTheirCountsAreOfAll() {
    World world = withPerson("c1", "c2", "c3", "c4", "c5");
    SnapshotOnly.read(world);
    Preview first = page(world, new Criteria("", Optional.empty(), Optional.empty(), 2));
    assertThat(ids(first)).containsExactly("c1", "c2");
    assertThat(first.next()).contains(new ContactId("c2"));
    Preview last =
        page(world, new Criteria("", Optional.empty(), Optional.of(new ContactId("c4")), 2));
    assertThat(ids(last)).containsExactly("c5");
    assertThat(last.next()).isEmpty();
    assertThat(last.counts()).containsOnly(entry(PreviewState.NEW, 5));
  }

  @Test
  void aFullLastPageHasNoNext() {
    World world = withPerson("c1", "c2");
    SnapshotOnly.read(world);
    assertThat(page(world, new Criteria("", Optional.empty(), Optional.empty(), 2)).next())
        .isEmpty();
  }

  @Test
  void thePartIsFoundInNameAndEmailInAnyCase() {
    World world = withPerson("c1", "c2");
    world.crm.put(People.first(People.person("c3", "x", "u1"), "Zoë"));
    SnapshotOnly.read(world);
    assertThat(ids(page(world, part("ZOË")))).containsExactly("c3");
    assertThat(ids(page(world, part("Zoe\u0308")))).containsExactly("c3");
    assertThat(ids(page(world, part("C2@EXAMPLE")))).containsExactly("c2");
    assertThat(ids(page(world, part("nobody")))).isEmpty();
    assertThat(page(world, part("nobody")).counts()).containsOnly(entry(PreviewState.NEW, 3));
  }

  @Test
  void oneStateCanBeAskedFor() {
    World world = withPerson("c1");
    world.crm.put(People.first(People.person("c2", "x", "u1"), "Deceased"));
    SnapshotOnly.read(world);
    Criteria criteria =
        new Criteria("", Optional.of(PreviewState.NOT_ACTIONABLE), Optional.empty(), 10);
    assertThat(ids(page(world, criteria))).containsExactly("c2");
  }

  @Test
  void whatItCostsDoesNotGrowWithTheOtherUsers() {
    assertThat(callsWith(100)).isEqualTo(callsWith(2));
  }

  @Test
  void whatItCostsInCallsIsTheSameForManyContacts() {
    World few = withPerson("c1");
    World many = withPerson(IntStream.range(0, 300).mapToObj(i -> "c" + i).toArray(String[]::new));
    assertThat(calls(many)).isEqualTo(calls(few)); // of which two look each contact up
  }

  @Test
  void aUserSeesHerOwnAndNobodyElses() {
    World world = withPerson("c1");
    world.user("u2");
    SnapshotOnly.read(world);
    assertThat(items(world, ApiWorld.user("u1"), "me")).hasSize(1);
    assertThat(items(world, ApiWorld.user("u1"), "u1")).hasSize(1);
    assertThat(refusal(world, ApiWorld.user("u1"), "u2")).isEqualTo(Refusal.NOT_YOURSELF);
    assertThat(refusal(world, ApiWorld.user("u1"), "u9")).isEqualTo(Refusal.NOT_YOURSELF);
    assertThat(refusal(world, ApiWorld.user("eve"), "me")).isEqualTo(Refusal.NO_CRM_USER);
    assertThat(refusal(world, ApiWorld.user("eve"), "u1")).isEqualTo(Refusal.NO_CRM_USER);
  }

  @Test
  void adminsAndTheBackEndSeeAnyones() {
    World world = withPerson("c1");
    world.user("u2");
    SnapshotOnly.read(world);
    for (Caller caller :
        List.of(
            ApiWorld.user("u2", Role.ADMIN),
            ApiWorld.user("eve", Role.ADMIN),
            ApiWorld.application("a", Role.ADMIN),
            ApiWorld.application("a", Role.ON_BEHALF))) {
      assertThat(items(world, caller, "u1")).hasSize(1);
      assertThat(refusal(world, caller, "u9")).isEqualTo(Refusal.NO_SUCH_USER);
      assertThat(refusal(world, caller, "no id!")).isEqualTo(Refusal.NO_SUCH_USER);
    }
    assertThat(items(world, ApiWorld.user("u2", Role.ADMIN), "me")).isEmpty();
    assertThat(refusal(world, ApiWorld.application("a"), "u1")).isEqualTo(Refusal.ROLE_MISSING);
    assertThat(refusal(world, ApiWorld.application("a", Role.ADMIN), "me"))
        .isEqualTo(Refusal.NO_CRM_USER);
  }

  private static int callsWith(int users) {
    World world = new World();
    for (int i = 1; i <= users; i++) {
      world.user("u" + i);
      world.crm.put(People.person("c" + i, "Ada", "u1", "u" + i));
      world.crm.put(People.person("d" + i, "Ben", "u" + i));
    }
    for (int i = users + 1; i <= 100; i++) {
      world.crm.put(People.person("c" + i, "Ada", "u1"));
    }
    return calls(world);
  }

  private static int calls(World world) {
    SnapshotOnly.read(world);
    world.crashes.never();
    page(world);
    return (int) world.crashes.calls();
  }

  private static World withPerson(String... ids) {
    World world = new World();
    world.user("u1");
    for (String id : ids) {
      world.crm.put(People.person(id, "Ada", "u1"));
    }
    return world;
  }

  private static OutlookId link(World world, String contact) {
    return world.pair("u1", contact).link().orElseThrow().outlookId();
  }

  private static Criteria all() {
    return part("");
  }

  private static Criteria part(String part) {
    return new Criteria(part, Optional.empty(), Optional.empty(), 500);
  }

  private static Preview page(World world) {
    return page(world, all());
  }

  private static Preview page(World world, Criteria criteria) {
    return world.previewContacts.preview(ApiWorld.user("u1"), "me", criteria).value().orElseThrow();
  }

  private static PreviewItem only(World world) {
    List<PreviewItem> items = page(world).items();
    assertThat(items).hasSize(1);
    return items.get(0);
  }

  private static List<PreviewState> states(World world) {
    return page(world).items().stream().map(PreviewItem::state).toList();
  }

  private static List<String> ids(Preview page) {
    return page.items().stream().map(item -> item.contact().value()).toList();
  }

  private static List<PreviewItem> items(World world, Caller caller, String user) {
    return world.previewContacts.preview(caller, user, all()).value().orElseThrow().items();
  }

  private static Refusal refusal(World world, Caller caller, String user) {
    return world.previewContacts.preview(caller, user, all()).refusal().orElseThrow();
  }
}
