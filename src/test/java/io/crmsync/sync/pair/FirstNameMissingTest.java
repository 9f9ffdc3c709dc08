package io.crmsync.sync.pair;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.CrmContact;
import io.crmsync.domain.contact.Field;
import io.crmsync.domain.outlook.OutlookContact;
import io.crmsync.domain.pair.Outcome;
import io.crmsync.domain.reason.Why;
import io.crmsync.sync.fakes.FakeMailbox;
import io.crmsync.sync.fakes.MailboxCall;
import io.crmsync.sync.port.MailboxBusy;
import io.crmsync.sync.port.MailboxRefused;
import io.crmsync.sync.world.People;
import io.crmsync.sync.world.World;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** R12: a service that makes no contact without a first name. */
class FirstNameMissingTest {
  private static final ContactId C1 = new ContactId("c1");

  private final World world = new World();
  private FakeMailbox mailbox;

  @BeforeEach
  void aContactWithALastNameOnly() {
    world.outlook.requireFirstName();
    world.user("u1");
    world.crm.put(People.first(People.person("c1", "Ada", "u1"), ""));
    mailbox = world.mailbox("u1");
  }

  @Test
  void theFullNameStandsInForAFirstNameThatTheServiceDoesNotDoWithout() {
    world.night();
    assertThat(world.pair("u1", "c1").outcome()).contains(Outcome.CREATED);
    assertThat(copy().plainValue(Field.FIRST_NAME)).isEqualTo("Sample");
    assertThat(copy().plainValue(Field.LAST_NAME)).isEqualTo("Sample");
    assertThat(mailbox.calls(MailboxCall.CREATE)).isEqualTo(2);
  }

  @Test
  void laterUpdatesLeaveTheStandInAlsoWhereTheUserEditedIt() {
    world.night();
    change(People.position(crm(), "Boss"));
    assertThat(copy().plainValue(Field.FIRST_NAME)).isEqualTo("Sample");
    mailbox.user().edit(copy().id(), Field.FIRST_NAME, "Mine");
    change(People.position(crm(), "Chair"));
    assertThat(copy().plainValue(Field.FIRST_NAME)).isEqualTo("Mine");
    assertThat(copy().plainValue(Field.POSITION)).isEqualTo("Chair");
  }

  @Test
  void aFirstNameThatTheCrmGetsTakesTheStandInsPlace() {
    world.night();
    change(People.first(crm(), "Ada"));
    assertThat(copy().plainValue(Field.FIRST_NAME)).isEqualTo("Ada");
  }

  @Test
  void aNightLaterNothingIsSent() {
    world.night();
    mailbox.forgetCalls();
    world.night();
    assertThat(mailbox.calls(MailboxCall.UPDATE)).isZero();
    assertThat(mailbox.calls(MailboxCall.CREATE)).isZero();
  }

  @Test
  void whatIsRefusedForAnotherReasonIsRepeatedOnceOnly() {
    refuseNext();
    refuseNext();
    world.night();
    assertThat(mailbox.calls(MailboxCall.CREATE)).isEqualTo(2);
    assertThat(world.pair("u1", "c1").why()).contains(Why.refused("ErrorInvalidProperty"));
  }

  @Test
  void aContactThatHasAFirstNameIsNotRepeated() {
    world.crm.put(People.person("c1", "Ada", "u1"));
    refuseNext();
    world.night();
    assertThat(mailbox.calls(MailboxCall.CREATE)).isEqualTo(1);
  }

  @Test
  void aRepeatedCreateWhoseAnswerIsLostLeavesOneCopyAndItsStandIn() {
    mailbox.failAfter(
        MailboxCall.CREATE,
        new MailboxBusy(MailboxBusy.Cause.OUTCOME_UNKNOWN, "lost", Optional.empty()));
    world.night();
    world.night();
    assertThat(world.copies("u1", "c1")).hasSize(1);
    assertThat(copy().plainValue(Field.FIRST_NAME)).isEqualTo("Sample");
    change(People.position(crm(), "Boss"));
    assertThat(copy().plainValue(Field.FIRST_NAME)).isEqualTo("Sample");
  }

  private void refuseNext() {
    mailbox.failBefore(MailboxCall.CREATE, new MailboxRefused("ErrorInvalidProperty", "400"));
  }

  private void change(CrmContact to) {
    world.crm.put(to);
    world.night();
  }

  private CrmContact crm() {
    return world.crm.find(C1).orElseThrow();
  }

  private OutlookContact copy() {
    return world.copies("u1", "c1").get(0);
  }
}
