package io.crmsync.sync.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.entry;

import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.PairId;
import io.crmsync.domain.contact.UserId;
import io.crmsync.domain.contact.ViewSecurity;
import io.crmsync.domain.pair.Claim;
import io.crmsync.domain.pair.Outcome;
import io.crmsync.domain.pair.Pair;
import io.crmsync.domain.version.Versioned;
import io.crmsync.sync.call.Caller;
import io.crmsync.sync.call.Caller.Role;
import io.crmsync.sync.call.Refusal;
import io.crmsync.sync.call.RequestState;
import io.crmsync.sync.fakes.BinnedCopies;
import io.crmsync.sync.port.JobQueue.Lane;
import io.crmsync.sync.port.MailboxClosed;
import io.crmsync.sync.port.StorageUnavailable;
import io.crmsync.sync.world.ApiWorld;
import io.crmsync.sync.world.CutShort;
import io.crmsync.sync.world.People;
import io.crmsync.sync.world.SnapshotOnly;
import io.crmsync.sync.world.World;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The selected contacts, or all that wait, now (R14, R21). */
class SyncSelectedTest {
  private static final ViewSecurity NOBODY =
      new ViewSecurity(ViewSecurity.Scope.PRIVATE, Optional.empty(), Set.of());

  private final World world = new World(World.settings().onRequest().build());

  @BeforeEach
  void threeContactsThatWait() {
    world.user("u1");
    world.user("u2");
    for (String id : new String[] {"c1", "c2", "c3"}) {
      world.crm.put(People.person(id, "Ada", "u1"));
    }
    world.night();
  }

  @Test
  void whatIsChosenComesAndTheRestWaits() {
    RequestState state = these(ApiWorld.user("u1"), "me", "c1", "c2");
    assertThat(state.total()).isEqualTo(2);
    assertThat(state.status()).isEqualTo(RequestState.Status.QUEUED);
    assertThat(world.queue.pairs(Lane.NOW).messages()).hasSize(2);
    world.drain();
    assertThat(world.mailbox("u1").contacts()).hasSize(2);
    assertThat(after(state).status()).isEqualTo(RequestState.Status.SUCCEEDED);
    assertThat(after(state).outcomes()).containsOnly(entry(Outcome.CREATED, 2));
  }

  @Test
  void thePairIsMarkedAndNotTheList() {
    these(ApiWorld.user("u1"), "me", "c1");
    assertThat(world.pair("u1", "c1").asked()).isTrue();
    assertThat(world.pair("u1", "c2").asked()).isFalse();
    assertThat(world.lists.of(new ContactId("c1"))).isEmpty();
  }

  @Test
  void allIsEverythingNewOrChanged() {
    RequestState state = world.syncSelected.all(ApiWorld.user("u1"), "u1").request().orElseThrow();
    assertThat(state.total()).isEqualTo(3);
    world.drain();
    assertThat(world.mailbox("u1").contacts()).hasSize(3);
    RequestState nothing =
        world.syncSelected.all(ApiWorld.user("u1"), "u1").request().orElseThrow();
    assertThat(nothing.total()).isZero();
    assertThat(nothing.status()).isEqualTo(RequestState.Status.SUCCEEDED);
  }

  @Test
  void allThatWasCutShortIsMadeGoodByAskingForAllAgain() {
    ApiWorld cutShort = new ApiWorld(world, world.crm, new CutShort(world.queue, 1));
    assertThatExceptionOfType(StorageUnavailable.class)
        .isThrownBy(() -> cutShort.syncSelected.all(ApiWorld.user("u1"), "me"));
    RequestState again = world.syncSelected.all(ApiWorld.user("u1"), "me").request().orElseThrow();
    assertThat(again.total()).isEqualTo(3);
    world.drain();
    assertThat(world.mailbox("u1").contacts()).hasSize(3);
    assertThat(after(again).status()).isEqualTo(RequestState.Status.SUCCEEDED);
  }

  @Test
  void allLeavesOutWhatIsBeingWrittenAndWhatIsToLeave() {
    these(ApiWorld.user("u1"), "me", "c1", "c2");
    world.drain();
    Versioned<Pair> claimed = world.pairs.find(new PairId(new UserId("u1"), new ContactId("c1")));
    Claim live = new Claim("someone", world.clock.instant().plusSeconds(60));
    world.pairs.write(claimed.with(claimed.value().askedFor().claimedBy(live)));
    Versioned<Pair> leaving = world.pairs.find(new PairId(new UserId("u1"), new ContactId("c2")));
    world.pairs.write(leaving.with(leaving.value().askedFor()));
    SnapshotOnly.record(world, People.person("c2", "Ada", "u2"));
    assertThat(world.syncSelected.all(ApiWorld.user("u1"), "me").request().orElseThrow().total())
        .isEqualTo(1);
  }

  @Test
  void whatTheUserDeletedComesBackWhenChosen() {
    these(ApiWorld.user("u1"), "me", "c1");
    world.drain();
    world.clock.forward(Duration.ofMinutes(11));
    world.mailbox("u1").user().bin(world.copy("u1", "c1").id());
    RequestState state = these(ApiWorld.user("u1"), "me", "c1");
    world.drain();
    assertThat(world.copies("u1", "c1")).hasSize(1);
    assertThat(after(state).outcomes()).containsOnly(entry(Outcome.RECREATED, 1));
  }

  @Test
  void whoDeletesTheFolderAndAsksAtOnceGetsTheContactAnew() {
    world.outlook.binnedCopies(BinnedCopies.ANSWER);
    these(ApiWorld.user("u1"), "me", "c1");
    world.drain();
    world.mailbox("u1").user().deleteFolder(world.folderOf("u1"));
    RequestState state = these(ApiWorld.user("u1"), "me", "c1", "c2");
    world.drain();
    assertThat(world.copies("u1", "c1")).hasSize(1);
    assertThat(world.copies("u1", "c2")).hasSize(1);
    assertThat(after(state).outcomes())
        .containsOnly(entry(Outcome.RECREATED, 1), entry(Outcome.CREATED, 1));
  }

  @Test
  void hiddenAndForeignContactsFailExactlyAsThoseThatDoNotExist() {
    world.crm.put(People.security(People.person("d1", "Eve", "u1"), NOBODY));
    world.crm.put(People.person("d2", "Flo", "u2"));
    world.night();
    RequestState state = these(ApiWorld.user("u1"), "me", "c1", "d1", "d2", "d3");
    assertThat(state.total()).isEqualTo(4);
    assertThat(state.failed()).isEqualTo(3);
    assertThat(state.reason()).isEqualTo("noSuchContact");
    assertThat(state.status()).isEqualTo(RequestState.Status.RUNNING);
    world.drain();
    assertThat(after(state).status()).isEqualTo(RequestState.Status.FAILED);
    assertThat(after(state).done()).isEqualTo(1);
    assertThat(world.pairs.ofUser(new UserId("u1"), Optional.empty(), 10)).hasSize(3);
  }

  @Test
  void unknownContactsAreCountedAndWriteNoRowEach() {
    RequestState state = these(ApiWorld.user("u1"), "me", "d1", "d2", "d3");
    assertThat(world.requests.results(state.request().requestId())).isEmpty();
    assertThat(state.total()).isEqualTo(3);
    assertThat(state.failed()).isEqualTo(3);
    assertThat(state.open()).isZero();
    assertThat(state.status()).isEqualTo(RequestState.Status.FAILED);
    assertThat(state.completedAt()).contains(state.request().acceptedAt());
    assertThat(after(state)).isEqualTo(state);
  }

  @Test
  void whatIsNotActionableIsSkippedWithItsReason() {
    world.crm.put(People.first(People.person("d1", "x", "u1"), "Deceased"));
    world.night();
    RequestState state = these(ApiWorld.user("u1"), "me", "d1");
    world.drain();
    assertThat(after(state).outcomes()).containsOnly(entry(Outcome.SKIPPED, 1));
    assertThat(after(state).reason()).isEqualTo("deceased");
  }

  @Test
  void askingAgainIsHarmless() {
    these(ApiWorld.user("u1"), "me", "c1");
    these(ApiWorld.user("u1"), "me", "c1");
    world.drain();
    assertThat(world.copies("u1", "c1")).hasSize(1);
  }

  @Test
  void theSameSelectionSentThreeTimesIsOneRequestWhoseMessagesAreSentOnce() {
    String first = these(ApiWorld.user("u1"), "me", "c1", "c2", "d9").request().requestId();
    assertThat(these(ApiWorld.user("u1"), "me", "d9", "c2", "c1").request().requestId())
        .isEqualTo(first);
    assertThat(these(ApiWorld.user("u1"), "u1", "c1", "c2", "d9").request().requestId())
        .isEqualTo(first);
    assertThat(world.queue.pairs(Lane.NOW).messages()).hasSize(2);
    assertThat(these(ApiWorld.user("u1"), "me", "c1").request().requestId()).isNotEqualTo(first);
  }

  @Test
  void anothersRequestForTheSameIsNotAnsweredToWhoMayNotReadIt() {
    String hers = these(ApiWorld.user("u1"), "me", "c1").request().requestId();
    Caller backEnd = ApiWorld.application("a", Role.ON_BEHALF);
    assertThat(these(backEnd, "u1", "c1").request().requestId()).isNotEqualTo(hers);
  }

  @Test
  void allSentThreeTimesIsOneRequestWhoseMessagesAreSentOnce() {
    String first = all();
    assertThat(all()).isEqualTo(first);
    assertThat(all()).isEqualTo(first);
    assertThat(world.queue.pairs(Lane.NOW).messages()).hasSize(3);
  }

  @Test
  void whatEndedOrMayBeLostIsAskedForAnew() {
    String first = these(ApiWorld.user("u1"), "me", "c1").request().requestId();
    world.clock.forward(Duration.ofMinutes(31));
    String second = these(ApiWorld.user("u1"), "me", "c1").request().requestId();
    assertThat(second).isNotEqualTo(first);
    assertThat(world.queue.pairs(Lane.NOW).messages()).hasSize(2);
    world.drain();
    assertThat(these(ApiWorld.user("u1"), "me", "c1").request().requestId()).isNotEqualTo(second);
  }

  private String all() {
    return world
        .syncSelected
        .all(ApiWorld.user("u1"), "me")
        .request()
        .orElseThrow()
        .request()
        .requestId();
  }

  @Test
  void aUserActsForHerselfAndTheBackEndForAnyone() {
    assertThat(refusal(ApiWorld.user("u2"), "u1")).isEqualTo(Refusal.NOT_YOURSELF);
    assertThat(refusal(ApiWorld.user("u2", Role.ADMIN), "u1")).isEqualTo(Refusal.NOT_YOURSELF);
    assertThat(refusal(ApiWorld.user("eve"), "me")).isEqualTo(Refusal.NO_CRM_USER);
    assertThat(refusal(ApiWorld.application("a"), "u1")).isEqualTo(Refusal.ROLE_MISSING);
    assertThat(refusal(ApiWorld.application("a", Role.ADMIN), "u1"))
        .isEqualTo(Refusal.ROLE_MISSING);
    Caller backEnd = ApiWorld.application("a", Role.ON_BEHALF);
    assertThat(refusal(backEnd, "u9")).isEqualTo(Refusal.NO_SUCH_USER);
    assertThat(refusal(backEnd, "me")).isEqualTo(Refusal.NO_CRM_USER);
    assertThat(these(backEnd, "u1", "c1").total()).isEqualTo(1);
    assertThat(world.syncSelected.all(backEnd, "u9").refusal()).contains(Refusal.NO_SUCH_USER);
  }

  @Test
  void whatWasAskedForWhileParkedComesWhenTheMailboxIsBack() {
    these(ApiWorld.user("u1"), "me", "c1", "c2");
    world.drain();
    world.clock.forward(Duration.ofMinutes(11));
    world.mailbox("u1").user().bin(world.copy("u1", "c1").id());
    world.mailbox("u1").user().bin(world.copy("u1", "c2").id());
    world.mailbox("u1").close(MailboxClosed.Cause.OUT_OF_SCOPE);
    these(ApiWorld.user("u1"), "me", "c1", "c2");
    world.drain();
    world.mailbox("u1").reopen();
    world.clock.forward(Duration.ofHours(2));
    world.drain();
    assertThat(world.copies("u1", "c1")).hasSize(1);
    assertThat(world.copies("u1", "c2")).hasSize(1);
    assertThat(world.pair("u1", "c2").asked()).isFalse();
  }

  private RequestState these(Caller caller, String user, String... contacts) {
    return world.syncSelected.these(caller, user, ids(contacts)).request().orElseThrow();
  }

  private Refusal refusal(Caller caller, String user) {
    return world.syncSelected.these(caller, user, ids("c1")).refusal().orElseThrow();
  }

  private RequestState after(RequestState state) {
    String id = state.request().requestId();
    return new RequestState(world.requests.find(id).orElseThrow(), world.requests.results(id));
  }

  private static Set<ContactId> ids(String... contacts) {
    return Arrays.stream(contacts).map(ContactId::new).collect(Collectors.toSet());
  }
}
