package io.crmsync.sync.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.crmsync.domain.audience.AudiencePolicy;
import io.crmsync.domain.audience.Directory;
import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.ContactKind;
import io.crmsync.domain.contact.ContactStatus;
import io.crmsync.domain.contact.CrmContact;
import io.crmsync.domain.contact.Field;
import io.crmsync.domain.contact.UserId;
import io.crmsync.domain.contact.ViewSecurity;
import io.crmsync.domain.contact.ViewSecurity.Scope;
import io.crmsync.domain.pair.Outcome;
import io.crmsync.domain.run.Run;
import io.crmsync.sync.call.Caller;
import io.crmsync.sync.call.Caller.Role;
import io.crmsync.sync.call.Refusal;
import io.crmsync.sync.call.Refusal.Category;
import io.crmsync.sync.call.Reply;
import io.crmsync.sync.call.RequestState;
import io.crmsync.sync.port.CrmSource;
import io.crmsync.sync.port.CrmUnavailable;
import io.crmsync.sync.port.JobQueue;
import io.crmsync.sync.port.JobQueue.Lane;
import io.crmsync.sync.port.Lookup;
import io.crmsync.sync.port.PairMessage;
import io.crmsync.sync.port.PairResult;
import io.crmsync.sync.port.SourcePage;
import io.crmsync.sync.port.StepMessage;
import io.crmsync.sync.port.StorageUnavailable;
import io.crmsync.sync.world.ApiWorld;
import io.crmsync.sync.world.Held;
import io.crmsync.sync.world.People;
import io.crmsync.sync.world.World;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The right-click, over fakes. */
class RequestSyncTest {
  private static final Caller BACK_END = ApiWorld.application("crm", Role.ON_BEHALF);
  private static final ContactId C1 = new ContactId("c1");

  private final World world = new World();
  private final ApiWorld api = new ApiWorld(world);

  @BeforeEach
  void twoUsersAndAContactOfNobodys() {
    world.user("u1");
    world.user("u2");
    world.crm.put(People.person("c1", "First"));
  }

  @Test
  void theContactIsListedAndBroughtToTheMailbox() {
    Reply reply = ask(ApiWorld.user("u1"), "c1");
    RequestState accepted = reply.request().orElseThrow();
    assertThat(accepted.status()).isEqualTo(RequestState.Status.QUEUED);
    assertThat(accepted.request().requester()).isEqualTo("user:u1");
    assertThat(world.lists.of(C1)).containsExactly(new UserId("u1"));
    world.drain();
    assertThat(world.copies("u1", "c1")).hasSize(1);
    assertThat(world.copies("u2", "c1")).isEmpty();
  }

  @Test
  void theRequestTellsHowItEnded() {
    RequestState accepted = ask(ApiWorld.user("u1"), "c1").request().orElseThrow();
    world.drain();
    RequestState ended =
        api.findRequest.find(ApiWorld.user("u1"), accepted.request().requestId()).request().get();
    assertThat(ended.status()).isEqualTo(RequestState.Status.SUCCEEDED);
    assertThat(ended.done()).isEqualTo(1);
    assertThat(world.requests.results(accepted.request().requestId()))
        .singleElement()
        .returns(Outcome.CREATED, PairResult::outcome);
  }

  @Test
  void repeatingItIsHarmless() {
    ask(ApiWorld.user("u1"), "c1");
    ask(ApiWorld.user("u1"), "c1");
    world.drain();
    ask(ApiWorld.user("u1"), "c1");
    world.drain();
    assertThat(world.copies("u1", "c1")).hasSize(1);
    assertThat(world.pair("u1", "c1").outcome()).contains(Outcome.UNCHANGED);
  }

  @Test
  void askedForAgainWhatTheUserDeletedComesBack() {
    ask(ApiWorld.user("u1"), "c1");
    world.drain();
    world.mailbox("u1").user().bin(world.copy("u1", "c1").id());
    ask(ApiWorld.user("u1"), "c1");
    world.drain();
    assertThat(world.copies("u1", "c1")).hasSize(1);
  }

  @Test
  void whoAsksWhileACopyInAnEarlierMailboxLeavesIsToldOfTheOneThatIsThere() {
    ask(ApiWorld.user("u1"), "c1");
    world.drain();
    world.crm.putUser("u1", "new@example.com", true);
    readAll();
    world.drain();
    assertThat(world.pair("u1", "c1").former()).hasSize(1);
    readAll();
    world.queue.pairs(Lane.NIGHTLY).takeAll(); // what the release sent is late
    RequestState accepted =
        api.requestSync.ask(BACK_END, "c1", Optional.of("u1")).request().orElseThrow();
    world.drain();
    assertThat(world.requests.results(accepted.request().requestId()))
        .singleElement()
        .returns(Outcome.UNCHANGED, PairResult::outcome);
    assertThat(world.pair("u1", "c1").former()).isEmpty();
    assertThat(world.mailbox("u1").contacts()).isEmpty();
  }

  /** A whole run, but for the messages about pairs that it queues. */
  private void readAll() {
    Run run = world.startRun.byHand(Held.ADMIN_PERSON, Run.Mode.CHANGES).value().orElseThrow();
    while (Held.now(world, run).status() == Run.Status.RUNNING) {
      world.advanceRun.step(world.queue.runSteps().takeNext().orElseThrow(), words -> {});
    }
  }

  @Test
  void onRequestAskingIsWhatAPairWaitsFor() {
    World waiting = new World(World.settings().onRequest().build());
    waiting.user("u1");
    waiting.crm.put(People.person("c1", "First", "u1"));
    waiting.night();
    assertThat(waiting.copies("u1", "c1")).isEmpty();
    new ApiWorld(waiting).requestSync.ask(ApiWorld.user("u1"), "c1", Optional.empty());
    waiting.drain();
    assertThat(waiting.copies("u1", "c1")).hasSize(1);
  }

  @Test
  void theNextNightLeavesItWhereItIs() {
    ask(ApiWorld.user("u1"), "c1");
    world.drain();
    world.night();
    assertThat(world.copies("u1", "c1")).hasSize(1);
    assertThat(world.mailbox("u1").binned()).isEmpty();
  }

  @Test
  void whatTheFreshReadShowsReachesTheOthersToo() {
    world.crm.put(People.person("c1", "First", "u2"));
    world.night();
    world.crm.put(People.position(world.crm.find(C1).orElseThrow(), "Chief Buyer"));
    ask(ApiWorld.user("u1"), "c1");
    world.drain();
    assertThat(world.copy("u2", "c1").plainValue(Field.POSITION)).isEqualTo("Chief Buyer");
  }

  @Test
  void aUserActsForHerselfOnly() {
    assertThat(why(api.requestSync.ask(ApiWorld.user("u1"), "c1", Optional.of("u1")))).isEmpty();
    assertThat(why(api.requestSync.ask(ApiWorld.user("u1"), "c1", Optional.of("u2"))))
        .contains(Category.NOT_ALLOWED);
    assertThat(why(api.requestSync.ask(ApiWorld.user("u1", Role.ADMIN), "c1", Optional.of("u2"))))
        .contains(Category.NOT_ALLOWED);
    assertThat(
            why(api.requestSync.ask(ApiWorld.user("u1", Role.ON_BEHALF), "c1", Optional.of("u2"))))
        .contains(Category.NOT_ALLOWED);
  }

  @Test
  void whoIsNoActiveUserOfTheCrmIsRefused() {
    world.crm.putUser("u3", "u3@example.com", false);
    assertThat(why(ask(ApiWorld.user("u3"), "c1"))).contains(Category.NOT_ALLOWED);
    assertThat(why(ask(ApiWorld.user("stranger"), "c1"))).contains(Category.NOT_ALLOWED);
  }

  @Test
  void theBackEndActsForAnyUserWithAMailbox() {
    RequestState accepted =
        api.requestSync.ask(BACK_END, "c1", Optional.of("u2")).request().orElseThrow();
    assertThat(accepted.request().requester()).isEqualTo("app:crm");
    world.drain();
    assertThat(world.copies("u2", "c1")).hasSize(1);
  }

  @Test
  void theBackEndNamesAUserThatThereIs() {
    world.crm.putUser("u3", "u3@example.com", false);
    assertThat(why(api.requestSync.ask(BACK_END, "c1", Optional.empty())))
        .contains(Category.MALFORMED);
    for (String nobody : new String[] {"u3", "u4", "me", "", "u 1"}) {
      assertThat(why(api.requestSync.ask(BACK_END, "c1", Optional.of(nobody))))
          .contains(Category.NOT_FOUND);
    }
  }

  @Test
  void anApplicationWithoutTheRoleIsRefused() {
    for (Caller app :
        new Caller[] {ApiWorld.application("x"), ApiWorld.application("x", Role.ADMIN)}) {
      assertThat(why(api.requestSync.ask(app, "c1", Optional.of("u1"))))
          .contains(Category.NOT_ALLOWED);
    }
  }

  @Test
  void aMailboxThatTwoUsersNameIsNobodys() {
    world.crm.putUser("u3", "U1@example.com", true);
    assertThat(why(ask(ApiWorld.user("u1"), "c1"))).contains(Category.NOT_ALLOWED);
    assertThat(why(api.requestSync.ask(BACK_END, "c1", Optional.of("u1"))))
        .contains(Category.NOT_ALLOWED);
  }

  @Test
  void whatTheUserMayNotSeeAnswersExactlyAsWhatDoesNotExist() {
    Reply missing = ask(ApiWorld.user("u1"), "c9");
    assertThat(why(missing)).contains(Category.NOT_FOUND);
    ViewSecurity ofU2 = new ViewSecurity(Scope.PRIVATE, Optional.of(new UserId("u2")), Set.of());
    CrmContact hidden = People.security(People.person("c1", "First", "u1"), ofU2);
    world.crm.put(hidden);
    assertThat(ask(ApiWorld.user("u1"), "c1")).isEqualTo(missing);
    assertThat(api.requestSync.ask(BACK_END, "c1", Optional.of("u1"))).isEqualTo(missing);
    world.crm.put(People.kind(hidden, ContactKind.ORGANIZATION));
    assertThat(ask(ApiWorld.user("u1"), "c1")).isEqualTo(missing);
    world.crm.put(People.first(hidden, "Deceased"));
    assertThat(ask(ApiWorld.user("u1"), "c1")).isEqualTo(missing);
    world.crm.spoil(C1);
    assertThat(ask(ApiWorld.user("u1"), "c1")).isEqualTo(missing);
    assertThat(ask(ApiWorld.user("u1"), "no such id")).isEqualTo(missing);
    assertNothingHappened();
  }

  static Stream<Arguments> notActionable() {
    UnaryOperator<CrmContact> organisation = c -> People.kind(c, ContactKind.ORGANIZATION);
    UnaryOperator<CrmContact> inactive = c -> People.status(c, ContactStatus.INACTIVE);
    UnaryOperator<CrmContact> deceased = c -> People.first(c, "Ann (DECEASED)");
    UnaryOperator<CrmContact> nameless = c -> People.named(c, CrmContact.Name.NONE);
    UnaryOperator<CrmContact> malformed = c -> People.email(c, "nobody at example");
    return Stream.of(
        Arguments.of("otherKind", organisation),
        Arguments.of("inactive", inactive),
        Arguments.of("deceased", deceased),
        Arguments.of("nameMissing", nameless),
        Arguments.of("emailMalformed", malformed));
  }

  @ParameterizedTest
  @MethodSource("notActionable")
  void whatCannotBeSynchronisedIsRefusedWithTheReason(
      String reason, UnaryOperator<CrmContact> change) {
    world.crm.put(change.apply(People.person("c1", "First")));
    Refusal refusal = ask(ApiWorld.user("u1"), "c1").refusal().orElseThrow();
    assertThat(refusal.category()).isEqualTo(Category.NOT_ACTIONABLE);
    assertThat(refusal.detail()).startsWith(reason + ": ");
    assertNothingHappened();
  }

  @Test
  void aKeptInactiveContactIsRefusedAsWell() {
    World keeping =
        new World(World.settings().audience(new AudiencePolicy(Optional.empty(), true)).build());
    keeping.user("u1");
    keeping.crm.put(People.status(People.person("c1", "First"), ContactStatus.INACTIVE));
    assertThat(
            why(new ApiWorld(keeping).requestSync.ask(ApiWorld.user("u1"), "c1", Optional.empty())))
        .contains(Category.NOT_ACTIONABLE);
  }

  @Test
  void whileTheCrmDoesNotAnswerNothingIsQueued() {
    world.night();
    ApiWorld cutOff = new ApiWorld(world, new Silent(), world.queue);
    assertThatExceptionOfType(CrmUnavailable.class)
        .isThrownBy(() -> cutOff.requestSync.ask(ApiWorld.user("u1"), "c1", Optional.empty()));
    assertNothingHappened();
  }

  @Test
  void whileTheQueueDoesNotAnswerTheCallerIsToldAndMayRepeat() {
    ApiWorld broken = new ApiWorld(world, world.crm, new Deaf());
    assertThatExceptionOfType(StorageUnavailable.class)
        .isThrownBy(() -> broken.requestSync.ask(ApiWorld.user("u1"), "c1", Optional.empty()));
    ask(ApiWorld.user("u1"), "c1");
    world.drain();
    assertThat(world.copies("u1", "c1")).hasSize(1);
  }

  private Reply ask(Caller caller, String contactId) {
    return api.requestSync.ask(caller, contactId, Optional.empty());
  }

  private static Optional<Category> why(Reply reply) {
    return reply.refusal().map(Refusal::category);
  }

  private void assertNothingHappened() {
    assertThat(world.lists.of(C1)).isEmpty();
    assertThat(IntStream.range(0, 20).mapToObj(i -> world.requests.find("id" + i)))
        .allMatch(Optional::isEmpty);
    assertThat(world.pair("u1", "c1").asked()).isFalse();
    assertThat(world.queue.pairs(Lane.NOW).takeNext()).isEmpty();
  }

  /** A CRM that gives no answer. */
  private static final class Silent implements CrmSource {
    @Override
    public SourcePage contacts(String run, Optional<ContactId> after, int limit) {
      throw new CrmUnavailable("contacts: status 503", Optional.empty());
    }

    @Override
    public Lookup contact(ContactId id) {
      throw new CrmUnavailable("contact: status 503", Optional.empty());
    }

    @Override
    public Directory directory() {
      throw new CrmUnavailable("users: status 503", Optional.empty());
    }
  }

  /** Queues that take nothing. */
  private static final class Deaf implements JobQueue {
    @Override
    public void sendPairs(Collection<PairMessage> messages, Lane lane) {
      throw new StorageUnavailable("send", new IllegalStateException());
    }

    @Override
    public void sendPair(PairMessage message, Lane lane, Duration delay) {
      throw new StorageUnavailable("send", new IllegalStateException());
    }

    @Override
    public void sendRunStep(StepMessage message, Duration delay) {
      throw new StorageUnavailable("send", new IllegalStateException());
    }

    @Override
    public void sendChanges(StepMessage message, Duration delay) {
      throw new StorageUnavailable("send", new IllegalStateException());
    }
  }
}
