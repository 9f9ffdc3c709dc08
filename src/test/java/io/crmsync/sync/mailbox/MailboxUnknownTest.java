package io.crmsync.sync.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.Field;
import io.crmsync.domain.contact.UserId;
import io.crmsync.domain.mailbox.MailboxState.Parked;
import io.crmsync.domain.reason.Reason;
import io.crmsync.domain.reason.Why;
import io.crmsync.domain.run.Run;
import io.crmsync.domain.run.Run.Status;
import io.crmsync.sync.call.Caller.Role;
import io.crmsync.sync.call.Refusal;
import io.crmsync.sync.preview.PreviewContacts;
import io.crmsync.sync.preview.PreviewItem;
import io.crmsync.sync.preview.PreviewState;
import io.crmsync.sync.world.ApiWorld;
import io.crmsync.sync.world.Held;
import io.crmsync.sync.world.People;
import io.crmsync.sync.world.World;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** R3, R22: the CRM no longer says which mailbox an active user has. That withdraws nothing. */
class MailboxUnknownTest {
  private static final int CONTACTS = 25;

  private final World world = new World();

  @BeforeEach
  void aUserHasTwentyFiveContacts() {
    world.user("u1");
    world.user("u2");
    for (int i = 1; i <= CONTACTS; i++) {
      world.crm.put(People.person("c" + i, "First" + i, "u1"));
    }
    world.crm.put(People.person("d1", "Dora", "u1", "u2"));
    world.night();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "u1", "example.com", "0a1b2c3d-0000-0000"})
  void anActiveUserWhoseMailboxIsNoneKeepsEveryCopyAndIsParked(String mailbox) {
    world.crm.putUser("u1", mailbox, true);
    world.crm.delete(new ContactId("c1"));
    change("c2");
    world.outlook.forgetCalls();

    Run run = world.night();

    assertThat(run.status()).isEqualTo(Status.COMPLETED);
    assertThat(world.outlook.calls()).isZero();
    assertThat(world.mailbox("u1").contacts()).hasSize(CONTACTS + 1);
    assertThat(parked()).map(Parked::why).contains(Why.of(Reason.MAILBOX_UNKNOWN));
    assertThat(Held.states(world)).hasSizeLessThanOrEqualTo(1); // of the deleted one
    assertThat(world.copies("u2", "d1")).hasSize(1);
  }

  @Test
  void onceTheCrmNamesItAgainItCatchesUp() {
    world.crm.putUser("u1", "", true);
    world.crm.delete(new ContactId("c1"));
    change("c2");
    world.night();

    world.user("u1");
    world.night();
    world.night();

    assertThat(parked()).isEmpty();
    assertThat(world.copies("u1", "c1")).isEmpty();
    assertThat(world.copy("u1", "c2").plainValue(Field.POSITION)).isEqualTo("Boss");
    assertThat(world.mailbox("u1").contacts()).hasSize(CONTACTS);
  }

  @Test
  void anotherMailboxThatIsNamedAfterwardsIsFilled() {
    world.crm.putUser("u1", "", true);
    world.night();
    world.crm.putUser("u1", "other@example.com", true);
    world.night();
    world.night();
    assertThat(world.outlook.at("other@example.com").contacts()).hasSize(CONTACTS + 1);
  }

  @Test
  void atANoticeTooNothingIsRemoved() {
    world.crm.putUser("u1", "", true);
    world.acceptNotice.accept(
        ApiWorld.application("crm", Role.ON_BEHALF),
        new TreeSet<>(List.of(new ContactId("c1"), new ContactId("d1"))));
    world.drain();
    assertThat(world.mailbox("u1").contacts()).hasSize(CONTACTS + 1);
    assertThat(Held.states(world)).isEmpty();
  }

  @Test
  void anInactiveUserLosesTheCopiesInTheLastMailboxThatWasKnown() {
    world.withSettings(World.settings().limit(1000).percent(100).build());
    world.crm.putUser("u1", "", false);
    world.night();
    assertThat(world.mailbox("u1").contacts()).isEmpty();
  }

  @Test
  void nobodyActsForSuchAUserAndThePreviewSaysWhy() {
    world.crm.putUser("u1", "", true);
    change("c1");
    world.night();
    var application = ApiWorld.application("crm", Role.ON_BEHALF);
    assertThat(world.requestSync.ask(application, "c1", Optional.of("u1")).refusal())
        .contains(Refusal.MAILBOX_UNKNOWN);
    assertThat(world.requestSync.ask(ApiWorld.user("u1"), "c1", Optional.empty()).refusal())
        .contains(Refusal.NO_CRM_USER);
    PreviewItem item =
        world
            .previewContacts
            .preview(
                ApiWorld.application("a", Role.ADMIN),
                "u1",
                new PreviewContacts.Criteria("", Optional.empty(), Optional.empty(), 1))
            .value()
            .orElseThrow()
            .items()
            .get(0);
    assertThat(item.state()).isEqualTo(PreviewState.PARKED);
    assertThat(item.reasons()).containsExactly(Why.of(Reason.MAILBOX_UNKNOWN));
  }

  private void change(String id) {
    world.crm.put(People.position(world.crm.find(new ContactId(id)).orElseThrow(), "Boss"));
  }

  private Optional<Parked> parked() {
    return world.mailboxes.of(new UserId("u1")).parked();
  }
}
