package io.crmsync.sync.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmsync.domain.contact.Access;
import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.CrmContact;
import io.crmsync.domain.contact.Field;
import io.crmsync.domain.contact.GroupId;
import io.crmsync.domain.contact.ViewSecurity;
import io.crmsync.domain.contact.ViewSecurity.Scope;
import io.crmsync.domain.pair.Outcome;
import io.crmsync.domain.removal.Due;
import io.crmsync.domain.removal.OpenRemoval;
import io.crmsync.domain.run.Run;
import io.crmsync.sync.call.Caller;
import io.crmsync.sync.call.Caller.Role;
import io.crmsync.sync.call.Refusal;
import io.crmsync.sync.call.Refusal.Category;
import io.crmsync.sync.call.RequestState;
import io.crmsync.sync.call.RequestState.Status;
import io.crmsync.sync.port.CrmBroken;
import io.crmsync.sync.port.ReportedPair;
import io.crmsync.sync.port.StepMessage;
import io.crmsync.sync.port.SyncRequest;
import io.crmsync.sync.port.SyncSettings;
import io.crmsync.sync.world.ApiWorld;
import io.crmsync.sync.world.Held;
import io.crmsync.sync.world.People;
import io.crmsync.sync.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The CRM's change notice: read anew, brought to every mailbox concerned, followed to the end. */
class NotifyChangesTest {
  private static final Caller BACK_END = ApiWorld.application("crm", Role.ON_BEHALF);

  private final World world = new World(World.settings().limit(1).build());

  @Test
  void withdrawnAccessLeavesEveryMailboxWithoutANight() {
    people(2, "u1", "u2");
    withdraw("c1");
    Instant before = world.clock.instant();
    String request = tell("c1");
    assertThat(state(request).status()).isEqualTo(Status.QUEUED);
    world.drain();

    assertThat(world.copies("u1", "c1")).isEmpty();
    assertThat(world.copies("u2", "c1")).isEmpty();
    assertThat(world.copies("u1", "c2")).hasSize(1);
    RequestState end = state(request);
    assertThat(end.status()).isEqualTo(Status.SUCCEEDED);
    assertThat(end.total()).isEqualTo(2);
    assertThat(end.outcomes()).containsExactly(Map.entry(Outcome.REMOVED, 2));
    assertThat(end.lastRemovalAt())
        .hasValueSatisfying(at -> assertThat(at).isAfterOrEqualTo(before));
    assertThat(end.completedAt()).isPresent();
    assertThat(world.due.of(id("c1"))).isEmpty();
  }

  @Test
  void changedFieldsNewTeamsAndNewContactsArriveWithoutANight() {
    people(1, "u1");
    world.user("u2");
    CrmContact changed = People.position(world.crm.find(id("c1")).orElseThrow(), "Boss");
    world.crm.put(People.team(changed, "u1", "u2"));
    world.crm.put(People.person("c2", "New", "u1"));
    String request = tell("c2", "c1");
    world.drain();

    assertThat(world.copy("u1", "c1").plainValue(Field.POSITION)).isEqualTo("Boss");
    assertThat(world.copies("u2", "c1")).hasSize(1);
    assertThat(world.copies("u1", "c2")).hasSize(1);
    assertThat(state(request).outcomes())
        .containsExactly(Map.entry(Outcome.CREATED, 2), Map.entry(Outcome.UPDATED, 1));
  }

  @Test
  void whatDidNotChangeIsDoneWithoutARequestToAnyMailbox() {
    people(2, "u1");
    world.outlook.forgetCalls();
    String request = tell("c1", "c2");
    world.drain();
    assertThat(world.outlook.calls()).isZero();
    assertThat(state(request).status()).isEqualTo(Status.SUCCEEDED);
    assertThat(state(request).total()).isZero();
    assertThat(state(request).completedAt()).isPresent();
  }

  @Test
  void aContactThatAnswers404IsDeletedEverywhere() {
    people(3, "u1", "u2");
    world.crm.delete(id("c2"));
    String request = tell("c2");
    world.drain();
    assertThat(world.copies("u1", "c2")).isEmpty();
    assertThat(world.copies("u2", "c2")).isEmpty();
    assertThat(state(request).outcomes()).containsEntry(Outcome.REMOVED, 2);
  }

  @Test
  void aMemberWhoLeftTheGroupLosesTheContactAlthoughTheContactIsTheSame() {
    world.user("u1");
    world.crm.putGroup("g1", People.users("u1"));
    ViewSecurity group = new ViewSecurity(Scope.GROUP, Optional.empty(), Set.of(new GroupId("g1")));
    world.crm.put(
        People.access(
            People.person("c1", "First"), new Access(People.users("u1"), Set.of(), group)));
    world.night();
    world.crm.putGroup("g1", Set.of());
    tell("c1");
    world.drain();
    assertThat(world.copies("u1", "c1")).isEmpty();
    assertThat(world.mailbox("u1").binned()).isEmpty();
  }

  @Test
  void anInstanceThatRemembersTheOldGroupsWithdrawsAllTheSame() {
    world.user("u1");
    world.user("u2");
    world.crm.putGroup("g1", People.users("u1"));
    ViewSecurity group = new ViewSecurity(Scope.GROUP, Optional.empty(), Set.of(new GroupId("g1")));
    world.crm.put(
        People.access(
            People.person("c1", "First"), new Access(People.users("u1", "u2"), Set.of(), group)));
    world.night();
    world.directories.remember();
    world.crm.putGroup("g1", People.users("u2"));
    String request = tell("c1");
    world.drain();
    assertThat(world.copies("u1", "c1")).isEmpty();
    assertThat(world.copies("u2", "c1")).hasSize(1);
    assertThat(state(request).outcomes())
        .containsExactly(Map.entry(Outcome.CREATED, 1), Map.entry(Outcome.REMOVED, 1));
  }

  @Test
  void usersAndGroupsThatCannotBeReadKeepTheOldAndAreAskedForAgain() {
    people(1, "u1");
    withdraw("c1");
    world.crm.failNextDirectory(new CrmBroken("users: out of order"));
    String request = tell("c1");
    world.workOne();
    assertThat(world.directories.current().orElseThrow().users()).hasSize(1);
    assertThat(state(request).status()).isEqualTo(Status.QUEUED);
    world.drain();
    assertThat(world.copies("u1", "c1")).isEmpty();
    assertThat(state(request).status()).isEqualTo(Status.SUCCEEDED);
  }

  @Test
  void usersAndGroupsThatCanNeverBeReadFailTheRequestAndRemoveNothing() {
    people(1, "u1");
    withdraw("c1");
    IntStream.range(0, 8)
        .forEach(i -> world.crm.failNextDirectory(new CrmBroken("users: out of order")));
    String request = tell("c1");
    world.drain();
    world.drain();
    assertThat(world.copies("u1", "c1")).hasSize(1);
    assertThat(state(request).status()).isEqualTo(Status.FAILED);
    assertThat(state(request).reason()).isEqualTo("users: out of order");
  }

  @Test
  void aContactOfWhichTheCrmIsSilentIsAskedForAgain() {
    people(3, "u1");
    withdraw("c1", "c2", "c3");
    world.crm.silence(id("c2"), true);
    String request = tell("c1", "c2", "c3");
    work(Duration.ofMinutes(1));
    assertThat(state(request).status()).isEqualTo(Status.RUNNING);
    world.crm.silence(id("c2"), false);
    world.drain();
    assertThat(world.mailbox("u1").contacts()).isEmpty();
    assertThat(state(request).outcomes()).containsEntry(Outcome.REMOVED, 3);
  }

  @Test
  void aContactOfWhichTheCrmStaysSilentIsCountedAsFailedAndTheOthersGo() {
    people(3, "u1");
    withdraw("c1", "c2", "c3");
    world.crm.silence(id("c3"), true);
    String request = tell("c1", "c2", "c3");
    IntStream.range(0, 3).forEach(i -> world.drain());
    assertThat(world.copies("u1", "c3")).hasSize(1);
    assertThat(world.mailbox("u1").contacts()).hasSize(1);
    RequestState end = state(request);
    assertThat(end.status()).isEqualTo(Status.FAILED);
    assertThat(end.reason()).isEqualTo("c3: contact: status 503");
    assertThat(end.failed()).isEqualTo(1);
    assertThat(end.done()).isEqualTo(2);
    assertThat(end.total()).isEqualTo(3);
  }

  @Test
  void aBadRecordIsLeftAsItWasAndCountedAsFailed() {
    people(2, "u1");
    withdraw("c2");
    world.crm.spoil(id("c1"));
    String request = tell("c1", "c2");
    world.drain();
    assertThat(world.copies("u1", "c1")).hasSize(1);
    assertThat(world.copies("u1", "c2")).isEmpty();
    assertThat(state(request).status()).isEqualTo(Status.FAILED);
    assertThat(state(request).reason()).isEqualTo("c1: badRecord: kind: unknown");
    assertThat(state(request).failed()).isEqualTo(1);
  }

  @Test
  void twentyContactsAreRemovedPastTheGuard() {
    people(20, "u1");
    withdraw(ids(20));
    tell(ids(20));
    world.drain();
    assertThat(world.mailbox("u1").contacts()).isEmpty();
  }

  @Test
  void aLimitOfNothingHoldsTheRemovalsOfTheSmallestNoticeToo() {
    for (SyncSettings nothing :
        List.of(World.settings().limit(0).build(), World.settings().percent(0).build())) {
      World held = new World(nothing);
      held.user("u1");
      held.crm.put(People.person("c1", "Ada", "u1"));
      held.night();
      held.clock.forward(Duration.ofMinutes(1));
      Held.team(held, "c1");
      held.acceptNotice.accept(BACK_END, new TreeSet<>(List.of(id("c1"))));
      held.drain();
      assertThat(held.copies("u1", "c1")).hasSize(1);
      assertThat(Held.states(held)).containsExactly(OpenRemoval.State.HELD);
    }
  }

  @Test
  void ofTwentyOneTheGuardHoldsWhatExceedsItsLimitsForTheNextRun() {
    people(21, "u1");
    withdraw(ids(21));
    String request = tell(ids(21));
    world.drain();
    assertThat(world.mailbox("u1").contacts()).hasSize(21);
    RequestState end = state(request);
    assertThat(end.status()).isEqualTo(Status.SUCCEEDED);
    assertThat(end.outcomes()).containsExactly(Map.entry(Outcome.SKIPPED, 21));
    assertThat(end.reason()).startsWith("removalHeld: ");
    assertThat(removals())
        .hasSize(21)
        .allMatch(removal -> removal.state() == OpenRemoval.State.HELD)
        .allMatch(removal -> removal.run().equals(request));
    assertThat(listed(request, ApiWorld.user("u1", Caller.Role.ADMIN))).hasSize(21);
    assertThat(world.findRunPairs.list(ApiWorld.user("u1"), request, Optional.empty()).refusal())
        .contains(Refusal.ADMIN_ONLY);

    assertThat(world.night().status()).isEqualTo(Run.Status.REMOVALS_HELD);
    assertThat(removals()).hasSize(21).noneMatch(removal -> removal.run().equals(request));
    assertThat(listed(request, ApiWorld.user("u1", Caller.Role.ADMIN))).isEmpty();
  }

  /** R18: what a notice holds is listed with its request. */
  private List<ReportedPair> listed(String request, Caller admin) {
    return world.findRunPairs.list(admin, request, Optional.empty()).value().orElseThrow().items();
  }

  @Test
  void ofTwentyOneWhatIsWithinTheLimitsGoesAtOnce() {
    world.withSettings(World.settings().limit(10).percent(100).build());
    people(21, "u1");
    withdraw(ids(10));
    tell(ids(21));
    world.drain();
    assertThat(world.mailbox("u1").contacts()).hasSize(11);
  }

  @Test
  void ofTwentyOneNoMailboxLosesMoreThanHalf() {
    world.withSettings(World.settings().limit(500).percent(100).build());
    people(21, "u1");
    withdraw(ids(11));
    String request = tell(ids(21));
    world.drain();
    assertThat(world.mailbox("u1").contacts()).hasSize(21);
    assertThat(state(request).reason()).contains("one mailbox");
  }

  @Test
  void moreThanHalfMissingOfElevenRemovesNothingAndFailsTheRequest() {
    people(11, "u1");
    IntStream.rangeClosed(1, 6).forEach(i -> world.crm.delete(id("c" + i)));
    withdraw("c7");
    String request = tell(ids(11));
    world.drain();
    assertThat(world.mailbox("u1").contacts()).hasSize(11);
    assertThat(state(request).status()).isEqualTo(Status.FAILED);
    assertThat(state(request).reason()).startsWith("tooManyMissing: ").contains("6 of 11");
    assertThat(state(request).completedAt()).isPresent();
  }

  @Test
  void allOfTenMayBeMissing() {
    people(10, "u1");
    IntStream.rangeClosed(1, 10).forEach(i -> world.crm.delete(id("c" + i)));
    tell(ids(10));
    world.drain();
    assertThat(world.mailbox("u1").contacts()).isEmpty();
  }

  @Test
  void whatIsMissingOnlyForAMomentIsNotDeleted() {
    people(1, "u1");
    CrmContact contact = world.crm.find(id("c1")).orElseThrow();
    world.crm.delete(id("c1"));
    tell("c1");
    world.workOne();
    world.workOne();
    world.crm.put(contact);
    world.drain();
    assertThat(world.copies("u1", "c1")).hasSize(1);
  }

  @Test
  void contactsByTheHundredsAreReadInSteps() {
    people(120, "u1");
    String[] positions = ids(120);
    Arrays.stream(positions)
        .forEach(
            each -> world.crm.put(People.position(world.crm.find(id(each)).orElseThrow(), "Boss")));
    String request = tell(positions);
    world.drain();
    assertThat(state(request).outcomes()).containsExactly(Map.entry(Outcome.UPDATED, 120));
    assertThat(world.journal).filteredOn(line -> line.startsWith("step ")).hasSize(4);
  }

  @Test
  void repeatedMessagesChangeNothing() {
    people(2, "u1");
    withdraw("c1");
    String request = tell("c1", "c2");
    world.queue.changes().duplicateAll();
    world.drain();
    RequestState end = state(request);
    assertThat(end.outcomes()).containsExactly(Map.entry(Outcome.REMOVED, 1));
    world.queue.sendChanges(StepMessage.first(request), Duration.ZERO);
    world.drain();
    assertThat(state(request)).isEqualTo(end);
    assertThat(world.queue.changes().isEmpty()).isTrue();
  }

  @Test
  void aStepThatNoWorkerCouldDoFailsTheRequest() {
    people(1, "u1");
    String request = tell("c1");
    world.endNotice.poisoned(new StepMessage(request, 7, 0));
    world.endNotice.poisoned(StepMessage.first("unknown"));
    assertThat(state(request).status()).isEqualTo(Status.QUEUED);
    world.endNotice.poisoned(StepMessage.first(request));
    assertThat(state(request).status()).isEqualTo(Status.FAILED);
    assertThat(state(request).reason()).startsWith("poisoned");
    world.drain();
    assertThat(state(request).status()).isEqualTo(Status.FAILED);
  }

  @Test
  void onlyAnApplicationWithTheRoleMayTell() {
    assertThat(why(ApiWorld.user("u1"))).contains(Category.NOT_ALLOWED);
    assertThat(why(ApiWorld.user("u1", Role.ON_BEHALF))).contains(Category.NOT_ALLOWED);
    assertThat(why(ApiWorld.user("u1", Role.ADMIN))).contains(Category.NOT_ALLOWED);
    assertThat(why(ApiWorld.application("x"))).contains(Category.NOT_ALLOWED);
    assertThat(why(ApiWorld.application("x", Role.ADMIN))).contains(Category.NOT_ALLOWED);
    assertThat(why(BACK_END)).isEmpty();
  }

  @Test
  void theRequestIsSeenByWhoToldAndByAdminsOnly() {
    people(1, "u1");
    String request = tell("c1");
    world.drain();
    assertThat(sees(BACK_END, request)).isTrue();
    assertThat(sees(ApiWorld.user("u1", Role.ADMIN), request)).isTrue();
    assertThat(sees(ApiWorld.user("u1"), request)).isFalse();
    assertThat(sees(ApiWorld.application("other", Role.ON_BEHALF), request)).isFalse();
  }

  private void people(int count, String... team) {
    Arrays.stream(team).forEach(world::user);
    IntStream.rangeClosed(1, count)
        .forEach(i -> world.crm.put(People.person("c" + i, "Name" + i, team)));
    world.night();
    world.clock.forward(Duration.ofMinutes(1));
  }

  private void withdraw(String... contacts) {
    for (String each : contacts) {
      world.crm.put(People.team(world.crm.find(id(each)).orElseThrow()));
    }
  }

  private String tell(String... contacts) {
    RequestState accepted =
        world.acceptNotice.accept(BACK_END, set(contacts)).request().orElseThrow();
    assertThat(accepted.request().kind()).isEqualTo(SyncRequest.Kind.CONTACT_CHANGES);
    assertThat(accepted.status()).isEqualTo(Status.QUEUED);
    return accepted.request().requestId();
  }

  /** Works for so long. */
  private void work(Duration time) {
    Instant end = world.clock.instant().plus(time);
    while (!world.queue.firstVisibleAt().isAfter(end)) {
      world.clock.forwardTo(world.queue.firstVisibleAt());
      world.workOne();
    }
  }

  private RequestState state(String request) {
    return world.findRequest.find(BACK_END, request).request().orElseThrow();
  }

  private boolean sees(Caller caller, String request) {
    return world.findRequest.find(caller, request).request().isPresent();
  }

  private Optional<Category> why(Caller caller) {
    return world.acceptNotice.accept(caller, set("c1")).refusal().map(Refusal::category);
  }

  private List<OpenRemoval> removals() {
    return world.due.range(Optional.empty(), Optional.empty()).stream()
        .map(Due::removal)
        .flatMap(Optional::stream)
        .toList();
  }

  private static String[] ids(int count) {
    return IntStream.rangeClosed(1, count).mapToObj(i -> "c" + i).toArray(String[]::new);
  }

  private static NavigableSet<ContactId> set(String... ids) {
    return Arrays.stream(ids).map(ContactId::new).collect(Collectors.toCollection(TreeSet::new));
  }

  private static ContactId id(String id) {
    return new ContactId(id);
  }
}
