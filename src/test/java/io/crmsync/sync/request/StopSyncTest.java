package io.crmsync.sync.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.crmsync.domain.contact.Access;
import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.PairId;
import io.crmsync.domain.contact.UserId;
import io.crmsync.domain.contact.ViewSecurity;
import io.crmsync.domain.contact.ViewSecurity.Scope;
import io.crmsync.domain.pair.Outcome;
import io.crmsync.domain.reason.Reason;
import io.crmsync.domain.removal.Due;
import io.crmsync.domain.removal.OpenRemoval;
import io.crmsync.sync.call.Caller;
import io.crmsync.sync.call.Caller.Role;
import io.crmsync.sync.call.Refusal;
import io.crmsync.sync.call.Refusal.Category;
import io.crmsync.sync.call.Reply;
import io.crmsync.sync.call.RequestState;
import io.crmsync.sync.port.JobQueue.Lane;
import io.crmsync.sync.port.StorageUnavailable;
import io.crmsync.sync.port.SyncRequest;
import io.crmsync.sync.world.ApiWorld;
import io.crmsync.sync.world.CutShort;
import io.crmsync.sync.world.People;
import io.crmsync.sync.world.World;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** "Stop": off the list, and out of the mailbox unless the user is to have it anyway. */
class StopSyncTest {
  private static final ContactId C1 = new ContactId("c1");
  private static final UserId U1 = new UserId("u1");

  // A guard that holds every removal: a user's own stop is never held.
  private final World world = new World(World.settings().limit(0).build());
  private final ApiWorld api = new ApiWorld(world);

  @BeforeEach
  void aListedContact() {
    world.user("u1");
    world.user("u2");
    world.crm.put(People.person("c1", "First"));
    api.requestSync.ask(ApiWorld.user("u1"), "c1", Optional.empty());
    world.drain();
  }

  @Test
  void theCopyLeavesTheMailboxPastTheGuard() {
    RequestState accepted = stop(ApiWorld.user("u1")).request().orElseThrow();
    assertThat(accepted.request().kind()).isEqualTo(SyncRequest.Kind.STOP);
    assertThat(accepted.status()).isEqualTo(RequestState.Status.QUEUED);
    assertThat(world.lists.of(C1)).isEmpty();
    world.drain();
    assertThat(world.copies("u1", "c1")).isEmpty();
    assertThat(world.mailbox("u1").binned()).hasSize(1);
    RequestState ended = found(accepted);
    assertThat(ended.status()).isEqualTo(RequestState.Status.SUCCEEDED);
    assertThat(ended.outcomes()).containsEntry(Outcome.REMOVED, 1);
    assertThat(ended.lastRemovalAt()).isPresent();
  }

  @Test
  void theNightAfterHasNothingLeftToDo() {
    stop(ApiWorld.user("u1"));
    world.drain();
    world.night();
    assertThat(world.due.find(new PairId(U1, C1))).isEmpty();
    assertThat(world.copies("u1", "c1")).isEmpty();
  }

  @Test
  void theReleaseIsStateBeforeItIsAMessage() {
    stop(ApiWorld.user("u1"));
    assertThat(world.due.find(new PairId(U1, C1)).flatMap(Due::removal).map(OpenRemoval::state))
        .contains(OpenRemoval.State.RELEASED);
  }

  @Test
  void repeatedAfterTheQueueFailedItIsAcceptedAgain() {
    ApiWorld cutShort = new ApiWorld(world, world.crm, new CutShort(world.queue, 0));
    assertThatExceptionOfType(StorageUnavailable.class)
        .isThrownBy(() -> cutShort.stopSync.stop(ApiWorld.user("u1"), "c1", Optional.empty()));
    RequestState again = stop(ApiWorld.user("u1")).request().orElseThrow();
    assertThat(again.status()).isEqualTo(RequestState.Status.QUEUED);
    assertThat(again.request().kind()).isEqualTo(SyncRequest.Kind.STOP);
    world.drain();
    assertThat(world.copies("u1", "c1")).isEmpty();
    assertThat(found(again).outcomes()).containsEntry(Outcome.REMOVED, 1);
    assertThat(why(stop(ApiWorld.user("u1")))).contains(Category.NOT_FOUND);
  }

  @Test
  void aRemovalThatNoStopReleasedIsNoneToRepeat() {
    world.lists.remove(new PairId(U1, C1));
    OpenRemoval ofANight =
        new OpenRemoval(
            new PairId(U1, C1),
            Reason.NOT_COVERED,
            OpenRemoval.State.RELEASED,
            world.clock.instant(),
            "a-run");
    world.due.write(List.of(Due.removal(ofANight)));
    assertThat(why(stop(ApiWorld.user("u1")))).contains(Category.NOT_FOUND);
  }

  /** Messages come twice: the other one may be that of the right-click, late. */
  @Test
  void whoeverRemovedTheCopyTheStopIsToldThatItIsGone() {
    RequestState accepted = stop(ApiWorld.user("u1")).request().orElseThrow();
    world.reconcile("u1", "c1", Lane.NOW);
    assertThat(world.copies("u1", "c1")).isEmpty();
    world.drain();
    assertThat(found(accepted).outcomes()).containsOnly(Map.entry(Outcome.REMOVED, 1));
  }

  @Test
  void whoIsOnTheTeamKeepsTheCopy() {
    world.crm.put(People.person("c1", "First", "u1"));
    world.night();
    RequestState accepted = stop(ApiWorld.user("u1")).request().orElseThrow();
    assertThat(accepted.status()).isEqualTo(RequestState.Status.SUCCEEDED);
    assertThat(accepted.outcomes()).containsExactly(Map.entry(Outcome.UNCHANGED, 1));
    assertThat(found(accepted)).isEqualTo(accepted);
    world.drain();
    assertThat(world.copies("u1", "c1")).hasSize(1);
    assertThat(world.lists.of(C1)).isEmpty();
  }

  @Test
  void whatIsNotListedIsNotFound() {
    stop(ApiWorld.user("u1"));
    world.drain();
    assertThat(why(stop(ApiWorld.user("u1")))).contains(Category.NOT_FOUND);
    assertThat(why(stop(ApiWorld.user("u2")))).contains(Category.NOT_FOUND);
    assertThat(why(api.stopSync.stop(ApiWorld.user("u1"), "c 9", Optional.empty())))
        .contains(Category.NOT_FOUND);
  }

  @Test
  void theCrmsOwnListIsTheCrms() {
    world.crm.put(
        People.access(
            People.person("c1", "First"), new Access(Set.of(), Set.of(U1), ViewSecurity.EVERYONE)));
    world.night();
    assertThat(why(stop(ApiWorld.user("u1")))).contains(Category.CRM_DECIDES);
    assertThat(world.lists.of(C1)).containsExactly(U1);
  }

  @Test
  void whatTheUserMayNotSeeAnswersAsWhatIsNotListed() {
    Reply notListed = stop(ApiWorld.user("u2"));
    ViewSecurity ofU2 = new ViewSecurity(Scope.PRIVATE, Optional.of(new UserId("u2")), Set.of());
    world.crm.put(
        People.access(People.person("c1", "First"), new Access(Set.of(), Set.of(U1), ofU2)));
    world.night();
    assertThat(stop(ApiWorld.user("u1"))).isEqualTo(notListed);
  }

  @Test
  void theBackEndStopsForAUserAndAUserForNobodyElse() {
    assertThat(why(api.stopSync.stop(ApiWorld.user("u2"), "c1", Optional.of("u1"))))
        .contains(Category.NOT_ALLOWED);
    Caller backEnd = ApiWorld.application("crm", Role.ON_BEHALF);
    assertThat(why(api.stopSync.stop(backEnd, "c1", Optional.of("u1")))).isEmpty();
    world.drain();
    assertThat(world.copies("u1", "c1")).isEmpty();
  }

  @Test
  void askedForAgainBeforeTheRemovalItStays() {
    stop(ApiWorld.user("u1"));
    api.requestSync.ask(ApiWorld.user("u1"), "c1", Optional.empty());
    world.drain();
    assertThat(world.copies("u1", "c1")).hasSize(1);
    assertThat(world.due.find(new PairId(U1, C1))).isEmpty();
  }

  private Reply stop(Caller caller) {
    return api.stopSync.stop(caller, "c1", Optional.empty());
  }

  private RequestState found(RequestState state) {
    return api.findRequest
        .find(ApiWorld.user("u1"), state.request().requestId())
        .request()
        .orElseThrow();
  }

  private static Optional<Category> why(Reply reply) {
    return reply.refusal().map(Refusal::category);
  }
}
