package io.crmsync.sync.preview;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.UserId;
import io.crmsync.domain.reason.Why;
import io.crmsync.sync.call.Caller;
import io.crmsync.sync.call.Caller.Role;
import io.crmsync.sync.call.Granted;
import io.crmsync.sync.call.Refusal;
import io.crmsync.sync.fakes.MailboxCall;
import io.crmsync.sync.preview.PreviewContacts.Criteria;
import io.crmsync.sync.world.ApiWorld;
import io.crmsync.sync.world.DryRuns;
import io.crmsync.sync.world.Held;
import io.crmsync.sync.world.People;
import io.crmsync.sync.world.World;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** R22: what page, explanation, dry run and answers say of a mailbox that is another one now. */
class MailboxIdentityToldTest {
  private static final String ALIAS = "u1.alias@example.com";

  private final World world = new World();

  @BeforeEach
  void aNight() {
    world.user("u1");
    world.user("u2");
    world.crm.put(People.person("c1", "Ada", "u1"));
    world.crm.put(People.person("c3", "Cem", "u2"));
    world.night();
    world.clock.forward(Duration.ofMinutes(11));
  }

  @Test
  void ofAMailboxMadeAnewThePageSaysThatTheContactsAreToBeCreated() {
    world.mailbox("u1").makeAnew();
    assertThat(states("u1")).containsExactly(PreviewState.NEW);
    assertThat(explained("u1", "c1").decision()).isEqualTo("new");
    assertThat(world.mailbox("u1").contacts()).as("nothing was written").isEmpty();
    world.syncSelected.all(ApiWorld.user("u1"), "me");
    world.drain();
    assertThat(world.mailbox("u1").contacts()).hasSize(1);
    assertThat(states("u1")).containsExactly(PreviewState.UP_TO_DATE);
  }

  @Test
  void thePageAsksWhichMailboxItIsOnceInTenMinutes() {
    world.outlook.forgetCalls();
    states("u1");
    explained("u1", "c1");
    world.clock.forward(Duration.ofMinutes(9));
    states("u1");
    assertThat(world.mailbox("u1").calls(MailboxCall.DEFAULT_FOLDER)).isOne();
    world.clock.forward(Duration.ofMinutes(2));
    states("u1");
    assertThat(world.mailbox("u1").calls(MailboxCall.DEFAULT_FOLDER)).isEqualTo(2);
  }

  @Test
  void ofAMailboxWhoseValueHasChangedItSaysSoBeforeAnyRun() {
    world.crm.putUser("u1", "other@example.com", true);
    world.directories.store(world.crm.directory(), world.clock.instant());
    assertThat(states("u1", Held.ADMIN_PERSON)).containsExactly(PreviewState.NEW);
  }

  @Test
  void ofAMailboxOfTwoItSaysThatItIsParkedThoughNobodyWroteThereYet() {
    shareWithU2();
    assertThat(states("u2", Held.ADMIN_PERSON)).containsExactly(PreviewState.PARKED);
    assertThat(explained("u2", "c3", Held.ADMIN_PERSON).steps())
        .anyMatch(step -> step.detail().contains("two active users"));
    assertThat(world.mailbox("u1").marked(new ContactId("c3"))).isEmpty();
  }

  @Test
  void onceBothWereMetThereNoneOfThemIsUpToDateAndTheirCallersAreRefused() {
    shareWithU2();
    world.night();
    assertThat(states("u1", Held.ADMIN_PERSON)).containsExactly(PreviewState.PARKED);
    Caller application = ApiWorld.application("app", Caller.Role.ON_BEHALF);
    for (String user : List.of("u1", "u2")) {
      assertThat(world.syncSelected.all(application, user).refusal())
          .contains(Refusal.MAILBOX_TWICE);
      assertThat(world.requestSync.ask(application, "c1", Optional.of(user)).refusal())
          .contains(Refusal.MAILBOX_TWICE);
      assertThat(world.stopSync.stop(application, "c1", Optional.of(user)).refusal())
          .contains(Refusal.MAILBOX_TWICE);
    }
    assertThat(world.syncSelected.all(ApiWorld.user("u1"), "me").refusal())
        .contains(Refusal.MAILBOX_TWICE);
    for (String own : List.of("me", "u1")) { // whose contacts it would be is not known
      assertThat(preview(ApiWorld.user("u1"), own).refusal()).contains(Refusal.MAILBOX_TWICE);
      assertThat(world.explainPair.explain(ApiWorld.user("u1"), own, "c1", false).refusal())
          .contains(Refusal.MAILBOX_TWICE);
    }
    assertThat(preview(ApiWorld.application("a", Role.ADMIN), "u1").value().orElseThrow().items())
        .extracting(PreviewItem::state)
        .containsOnly(PreviewState.PARKED);
    world.crm.putUser("u2", "u2@example.com", true);
    world.night();
    assertThat(world.syncSelected.all(ApiWorld.user("u1"), "me").refusal()).isEmpty();
  }

  @Test
  void aDryRunSaysThatAMailboxWasMadeAnewAndWritesNothing() {
    world.mailbox("u1").makeAnew();
    world.crm.put(People.position(world.crm.find(new ContactId("c1")).orElseThrow(), "Boss"));
    assertThat(reasons()).containsExactly("mailboxChanged");
    assertThat(world.mailbox("u1").contacts()).isEmpty();
  }

  @Test
  void aDryRunSaysThatAMailboxIsOfTwoAndParksNobody() {
    shareWithU2();
    world.crm.put(People.position(world.crm.find(new ContactId("c3")).orElseThrow(), "Boss"));
    assertThat(reasons()).containsExactly("mailboxTwice");
    assertThat(world.mailboxes.of(new UserId("u1")).parked()).isEmpty();
    assertThat(world.mailbox("u1").contacts()).hasSize(1);
  }

  private Granted<PreviewContacts.Preview> preview(Caller caller, String user) {
    return world.previewContacts.preview(
        caller, user, new PreviewContacts.Criteria("", Optional.empty(), Optional.empty(), 100));
  }

  private void shareWithU2() {
    world.mailbox("u1").alias(ALIAS);
    world.crm.putUser("u2", ALIAS, true);
    world.directories.store(world.crm.directory(), world.clock.instant());
  }

  private List<String> reasons() {
    return world.reports.list(DryRuns.whole(world).runId(), Optional.empty(), 100).stream()
        .map(pair -> pair.why().map(Why::code).orElse(""))
        .toList();
  }

  private List<PreviewState> states(String user) {
    return states(user, ApiWorld.user(user));
  }

  private List<PreviewState> states(String user, Caller caller) {
    Criteria all = new Criteria("", Optional.empty(), Optional.empty(), 500);
    return world.previewContacts.preview(caller, user, all).value().orElseThrow().items().stream()
        .map(PreviewItem::state)
        .toList();
  }

  private Explanation explained(String user, String contact) {
    return explained(user, contact, ApiWorld.user(user));
  }

  private Explanation explained(String user, String contact, Caller caller) {
    return world.explainPair.explain(caller, user, contact, false).value().orElseThrow();
  }
}
