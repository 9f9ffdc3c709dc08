package io.crmsync.sync.notice;

import static io.crmsync.sync.world.Held.ADMIN_PERSON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.crmsync.domain.contact.Access;
import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.CrmContact;
import io.crmsync.domain.contact.Field;
import io.crmsync.domain.contact.GroupId;
import io.crmsync.domain.contact.UserId;
import io.crmsync.domain.contact.ViewSecurity;
import io.crmsync.domain.contact.ViewSecurity.Scope;
import io.crmsync.domain.pair.Outcome;
import io.crmsync.domain.removal.OpenRemoval.State;
import io.crmsync.domain.run.Run;
import io.crmsync.sync.UseCases;
import io.crmsync.sync.call.Caller;
import io.crmsync.sync.call.Caller.Role;
import io.crmsync.sync.call.RequestState;
import io.crmsync.sync.call.RequestState.Status;
import io.crmsync.sync.fakes.InMemoryDirectoryStore;
import io.crmsync.sync.port.CrmBroken;
import io.crmsync.sync.port.DirectoryStore;
import io.crmsync.sync.port.Environment;
import io.crmsync.sync.port.Ports;
import io.crmsync.sync.port.StepMessage;
import io.crmsync.sync.world.ApiWorld;
import io.crmsync.sync.world.Held;
import io.crmsync.sync.world.People;
import io.crmsync.sync.world.World;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** R18: the CRM's users or groups shrink for a moment, just when a change notice reads them. */
class DoubtedNoticeTest {
  private static final Caller BACK_END = ApiWorld.application("crm", Role.ON_BEHALF);
  private static final ViewSecurity G1_ALONE =
      new ViewSecurity(Scope.GROUP, Optional.empty(), Set.of(new GroupId("g1")));
  private static final ViewSecurity NOBODY =
      new ViewSecurity(Scope.PRIVATE, Optional.empty(), Set.of());

  private final World world = new World(World.settings().pageSize(100).build());

  @ParameterizedTest
  @ValueSource(ints = {1, 20, 21})
  void groupsThatVanishAtANoticeWithdrawNothing(int named) {
    restricted(30, 4);
    world.night();
    dropGroups();

    RequestState end = told(named);

    assertThat(copies()).isEqualTo(30 * 4);
    assertThat(end.withdrawalsWaiting()).isTrue();
    assertThat(end.status()).isEqualTo(Status.SUCCEEDED);
    assertThat(end.reason()).contains("fewer than half as many groups");
    assertThat(world.directories.latest().orElseThrow().groups()).hasSize(4);
  }

  @Test
  void usersWhoVanishAtANoticeKeepTheirCopiesAndTheirAccessToTheApp() {
    covered(3, 10);
    world.night();
    IntStream.rangeClosed(2, 10).forEach(i -> world.crm.dropUser("u" + i));

    RequestState end = told(3);

    assertThat(end.withdrawalsWaiting()).isTrue();
    assertThat(copies()).isEqualTo(3 * 10);
    world.clock.forward(Duration.ofHours(3));
    ApiWorld api = new ApiWorld(world);
    assertThat(api.requestSync.ask(ApiWorld.user("u7"), "c1", Optional.empty()).refusal())
        .isEmpty();
  }

  @Test
  void fieldsAndNewAccessGoOnWithTheUsersThatAreStored() {
    covered(2, 4);
    world.user("u9");
    world.night();
    world.crm.put(People.position(contact(1), "Boss"));
    Held.team(world, "c2", "u1", "u9");
    world.crm.dropUser("u4");
    world.crm.dropUser("u9");
    world.crm.dropUser("u3");

    RequestState end = told(2);

    assertThat(end.withdrawalsWaiting()).isTrue();
    assertThat(world.copy("u4", "c1").plainValue(Field.POSITION)).isEqualTo("Boss");
    assertThat(world.copies("u9", "c2")).hasSize(1);
    assertThat(world.copies("u2", "c2")).hasSize(1);
    assertThat(end.outcomes()).containsEntry(Outcome.SKIPPED, 3);
  }

  @Test
  void theNextRunSettlesWhatADoubtedNoticeLeft() {
    covered(4, 4);
    world.night();
    withdraw(1);
    world.crm.dropUser("u2");
    world.crm.dropUser("u3");
    world.crm.dropUser("u4");
    told(1);
    assertThat(world.copies("u1", "c1")).hasSize(1);
    IntStream.rangeClosed(2, 4).forEach(i -> world.user("u" + i));

    assertThat(world.night().status()).isEqualTo(Run.Status.COMPLETED);

    assertThat(copies()).isEqualTo(3 * 4);
    assertThat(Held.states(world)).isEmpty();
  }

  @Test
  void halfOfThemIsBelieved() {
    covered(1, 4);
    world.night();
    world.crm.dropUser("u3");
    world.crm.dropUser("u4");

    RequestState end = told(1);

    assertThat(end.withdrawalsWaiting()).isFalse();
    assertThat(copies()).isEqualTo(2);
  }

  @Test
  void shrinkingByNoticesInSmallStepsIsMeasuredByTheLastRun() {
    covered(1, 8);
    world.night();
    IntStream.rangeClosed(5, 8).forEach(i -> world.crm.dropUser("u" + i));
    assertThat(told(1).withdrawalsWaiting()).isFalse();
    world.crm.dropUser("u4");

    assertThat(told(1).withdrawalsWaiting()).isTrue();

    assertThat(copies()).isEqualTo(4);
  }

  @Test
  void whatARunHoldsBecauseGroupsVanishedNoNoticeLetsGo() {
    restricted(40, 3);
    world.night();
    dropGroups();
    Run held = world.night();
    assertThat(held.status()).isEqualTo(Run.Status.REMOVALS_HELD);

    for (int i = 1; i <= 20; i++) {
      world.crm.put(People.position(contact(i), "Boss"));
      world.clock.forward(Duration.ofMinutes(5));
      RequestState end = tell("c" + i);
      assertThat(end.withdrawalsWaiting()).isTrue();
      assertThat(end.outcomes()).containsExactly(Map.entry(Outcome.SKIPPED, 3));
    }
    assertThat(copies()).isEqualTo(40 * 3);
    assertThat(Held.states(world)).hasSize(40 * 3).containsOnly(State.HELD);
    assertThat(Held.now(world, held).status()).isEqualTo(Run.Status.REMOVALS_HELD);

    world.decideRemovals.release(ADMIN_PERSON, held.runId());
    world.drain();
    assertThat(copies()).isZero();
  }

  @Test
  void whileARunHoldsForVanishedGroupsAnotherContactIsWithdrawnByANotice() {
    restricted(40, 3);
    world.crm.put(People.person("d1", "Dora", "u1", "u2", "u3"));
    world.night();
    dropGroups();
    world.night();
    world.crm.put(People.security(world.crm.find(new ContactId("d1")).orElseThrow(), NOBODY));

    RequestState end = tell("d1");

    assertThat(end.withdrawalsWaiting()).isFalse();
    assertThat(world.copies("u1", "d1")).isEmpty();
    assertThat(copies()).isEqualTo(40 * 3);
  }

  @Test
  void whatARunHoldsForItsNumberANoticeThatConfirmsItLetsGo() {
    covered(30, 2);
    world.night();
    IntStream.rangeClosed(1, 30).forEach(this::withdraw);
    assertThat(world.night().status()).isEqualTo(Run.Status.REMOVALS_HELD);

    RequestState end = tell("c1");

    assertThat(end.withdrawalsWaiting()).isFalse();
    assertThat(world.copies("u1", "c1")).isEmpty();
    assertThat(copies()).isEqualTo(29 * 2);
  }

  /** The run has stored its own reading already, so that what is stored is no measure. */
  @Test
  void whileARunThatReadNoGroupsGoesOnANoticeWithdrawsNothing() {
    restricted(10, 3);
    world.night();
    dropGroups();
    world.clock.forward(Duration.ofHours(23));
    world.startRun.nightly();
    step(); // users and groups
    step(); // the page: removals are proposed

    RequestState end = tellMeanwhile("c1");

    assertThat(end.withdrawalsWaiting()).isTrue();
    assertThat(copies()).isEqualTo(10 * 3);
    world.drain();
    assertThat(world.runs.latest().orElseThrow().value().status())
        .isEqualTo(Run.Status.REMOVALS_HELD);
    assertThat(copies()).isEqualTo(10 * 3);
  }

  @Test
  void afterARunThatReadNoGroupsAndFailedANoticeWithdrawsNothing() {
    restricted(10, 3);
    world.night();
    dropGroups();
    world.clock.forward(Duration.ofHours(23));
    Run run = world.startRun.nightly();
    step();
    step();
    world.queue.runSteps().takeAll();
    world.failRun.fail(new StepMessage(run.runId(), 2, 0));
    assertThat(Held.now(world, run).status()).isEqualTo(Run.Status.FAILED);

    assertThat(tell("c1").withdrawalsWaiting()).isTrue();

    assertThat(copies()).isEqualTo(10 * 3);
  }

  @Test
  void whereTheStoredUsersWereLostTooFewAreNotTakenForAll() {
    covered(1, 4);
    world.night();
    IntStream.rangeClosed(2, 4).forEach(i -> world.crm.dropUser("u" + i));
    InMemoryDirectoryStore lost = new InMemoryDirectoryStore();

    assertThatExceptionOfType(CrmBroken.class)
        .isThrownBy(
            () ->
                over(lost)
                    .requests()
                    .requestSync()
                    .ask(ApiWorld.user("u1"), "c1", Optional.empty()))
        .withMessageContaining("users");

    assertThat(lost.latest()).isEmpty();
    IntStream.rangeClosed(2, 4).forEach(i -> world.user("u" + i));
    assertThat(
            over(lost)
                .requests()
                .requestSync()
                .ask(ApiWorld.user("u1"), "c1", Optional.empty())
                .refusal())
        .isEmpty();
  }

  private UseCases over(DirectoryStore directories) {
    return UseCases.of(
        new Environment(
            new Ports(
                world.crm,
                world.outlook,
                world.contacts,
                world.pairs,
                world.due,
                world.lists,
                directories,
                world.mailboxes,
                world.runs,
                world.reports,
                world.requests,
                world.queue),
            world.settings,
            world.clock,
            () -> "other"));
  }

  private void step() {
    world.advanceRun.step(world.queue.runSteps().takeNext().orElseThrow(), world.journal::add);
  }

  /** Contacts c1, c2 … of users u1, u2 …, all of whom are in the group g1 that alone sees them. */
  private void restricted(int contacts, int users) {
    Set<UserId> everyone = users(users);
    IntStream.rangeClosed(1, 4).forEach(i -> world.crm.putGroup("g" + i, everyone));
    for (int i = 1; i <= contacts; i++) {
      world.crm.put(
          People.access(
              People.person("c" + i, "First" + i), new Access(everyone, Set.of(), G1_ALONE)));
    }
  }

  private void covered(int contacts, int users) {
    String[] team = users(users).stream().map(UserId::value).toArray(String[]::new);
    for (int i = 1; i <= contacts; i++) {
      world.crm.put(People.person("c" + i, "First" + i, team));
    }
  }

  private Set<UserId> users(int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(i -> "u" + i)
        .peek(world::user)
        .map(UserId::new)
        .collect(Collectors.toSet());
  }

  private void dropGroups() {
    IntStream.rangeClosed(1, 4).forEach(i -> world.crm.dropGroup("g" + i));
  }

  private void withdraw(int contact) {
    world.crm.put(People.security(contact(contact), NOBODY));
  }

  private CrmContact contact(int number) {
    return world.crm.find(new ContactId("c" + number)).orElseThrow();
  }

  /** A notice of the first contacts, and all that follows from it. */
  private RequestState told(int contacts) {
    world.clock.forward(Duration.ofMinutes(1));
    return tell(IntStream.rangeClosed(1, contacts).mapToObj(i -> "c" + i).toArray(String[]::new));
  }

  private RequestState tell(String... contacts) {
    String id = accepted(contacts);
    world.drain();
    return state(id);
  }

  /** The notice is done, and nothing else. */
  private RequestState tellMeanwhile(String... contacts) {
    String id = accepted(contacts);
    while (!world.queue.changes().isEmpty()) {
      world.advanceNotice.step(world.queue.changes().takeNext().orElseThrow(), words -> {});
    }
    return state(id);
  }

  private String accepted(String... contacts) {
    return world
        .acceptNotice
        .accept(
            BACK_END,
            List.of(contacts).stream()
                .map(ContactId::new)
                .collect(Collectors.toCollection(TreeSet::new)))
        .request()
        .orElseThrow()
        .request()
        .requestId();
  }

  private RequestState state(String id) {
    return world.findRequest.find(BACK_END, id).request().orElseThrow();
  }

  private int copies() {
    return IntStream.rangeClosed(1, 10)
        .mapToObj(i -> world.mailbox("u" + i).contacts().stream())
        .mapToInt(all -> (int) all.filter(copy -> copy.mark().orElse("").startsWith("c")).count())
        .sum();
  }
}
