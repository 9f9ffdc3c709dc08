package io.crmsync.sync.pair;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmsync.domain.contact.CrmContact;
import io.crmsync.domain.contact.Field;
import io.crmsync.domain.outlook.ListSlot;
import io.crmsync.domain.outlook.OutlookId;
import io.crmsync.sync.fakes.CallHook;
import io.crmsync.sync.fakes.FakeMailbox;
import io.crmsync.sync.fakes.MailboxCall;
import io.crmsync.sync.port.MailboxBusy;
import io.crmsync.sync.port.MailboxRefused;
import io.crmsync.sync.world.People;
import io.crmsync.sync.world.World;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The server keeps no address as it was sent, or none at all. */
@DisplayName("R10: our e-mail address where the server rewrites or drops it")
class RewrittenAddressesTest {
  private static final String LOST = "J\u00F6rg@example.org";
  private static final String COLLEAGUE = "ben@colleagues.example";
  private static final String NAME =
      "/o=ExchangeLabs/ou=Exchange Administrative Group/cn=Recipients/cn=ben";
  private static final String OWN = "own@example.org";

  private final World world = new World();
  private final FakeMailbox mailbox;

  RewrittenAddressesTest() {
    world.user("u1");
    mailbox = world.mailbox("u1");
    world.outlook.rewriteAddresses();
  }

  private void crmSays(String email) {
    world.crm.put(contact(email));
    world.night();
  }

  private static CrmContact contact(String email) {
    return People.email(People.person("c1", "Ada", "u1"), email);
  }

  private void userHas(String... emails) {
    mailbox.user().editList(id(), ListSlot.EMAILS, List.of(emails));
  }

  private OutlookId id() {
    return world.copy("u1", "c1").id();
  }

  private List<String> emails() {
    return world.copy("u1", "c1").entries(ListSlot.EMAILS);
  }

  @Test
  void theUsersOwnStaysWhereOursWasDroppedAndTheCrmHasAnother() {
    crmSays(LOST);
    userHas(OWN);
    crmSays("new@example.org");
    assertThat(emails()).containsExactly(OWN, "new@example.org");
  }

  @Test
  void theUsersOwnStaysWhereOursWasDroppedAndTheCrmHasNone() {
    crmSays(LOST);
    userHas(OWN);
    crmSays("");
    assertThat(emails()).containsExactly(OWN);
  }

  @Test
  void aColleaguesNameIsOurs() {
    crmSays(COLLEAGUE);
    String name = emails().get(0);
    assertThat(name).startsWith("/o=ExchangeLabs/");
    userHas(OWN, name);
    crmSays("new@example.org");
    assertThat(emails()).containsExactly(OWN, "new@example.org");
  }

  @Test
  void aColleaguesNameIsRemovedWithOurs() {
    crmSays(COLLEAGUE);
    userHas(emails().get(0), OWN);
    crmSays("");
    assertThat(emails()).containsExactly(OWN);
  }

  @Test
  void anotherFieldsChangeDoesNotMakeAnEditOfTheUsersHisOwn() {
    crmSays("first@example.org");
    userHas("typed@example.org");
    world.crm.put(People.position(contact("first@example.org"), "Chair"));
    world.night();
    assertThat(emails()).containsExactly("typed@example.org");
    world.crm.put(People.position(contact("second@example.org"), "Chair"));
    world.night();
    assertThat(emails()).containsExactly("second@example.org");
  }

  @Test
  void ofAnAdoptedContactTheOneThatMatchedIsOurs() {
    OutlookId own =
        mailbox
            .user()
            .add(
                mailbox.createFolder("CRM Contacts"),
                Map.of(Field.EMAIL, "SMTP:First@example.org"));
    mailbox.user().editList(own, ListSlot.EMAILS, List.of(OWN, "SMTP:First@example.org"));
    crmSays("first@example.org");
    assertThat(id()).isEqualTo(own);
    assertThat(emails()).containsExactly(OWN, "first@example.org");
    crmSays("second@example.org");
    assertThat(emails()).containsExactly(OWN, "second@example.org");
  }

  @Test
  void aLostCreateOfAColleagueLeavesHerNameOnce() {
    mailbox.failAfter(MailboxCall.CREATE, lost());
    mailbox.failAfter(MailboxCall.UPDATE, lost());
    crmSays(COLLEAGUE);
    assertThat(emails()).containsExactly(NAME);
    crmSays("new@example.org");
    assertThat(emails()).containsExactly("new@example.org");
  }

  @Test
  void aCopyThatIsFoundByItsMarkAfterTheTablesWereLostHasHerNameOnce() {
    crmSays(COLLEAGUE);
    World after = new World(world);
    after.night();
    assertThat(after.copy("u1", "c1").entries(ListSlot.EMAILS)).containsExactly(NAME);
    after.crm.put(contact("new@example.org"));
    after.night();
    assertThat(after.copy("u1", "c1").entries(ListSlot.EMAILS)).containsExactly("new@example.org");
  }

  @Test
  void aColleagueWhomTheUserHasThereIsNotWrittenASecondTime() {
    crmSays("first@example.org");
    userHas(NAME, OWN, "first@example.org");
    crmSays(COLLEAGUE);
    assertThat(emails()).containsExactly(NAME, OWN);
    crmSays("new@example.org");
    assertThat(emails()).containsExactly("new@example.org", OWN);
  }

  @Test
  void whereTheServiceRefusesToBeRidOfTheSecondItIsTriedAgain() {
    crmSays("first@example.org");
    userHas(NAME, "first@example.org");
    world.outlook.onEveryCall(refusingTheSecond());
    crmSays(COLLEAGUE);
    world.night();
    assertThat(emails()).containsExactly(NAME);
  }

  private static CallHook refusingTheSecond() {
    AtomicInteger updates = new AtomicInteger();
    return new CallHook() {
      @Override
      public void before(FakeMailbox at, MailboxCall call) {
        if (call == MailboxCall.UPDATE && updates.incrementAndGet() == 2) {
          throw new MailboxRefused("ErrorX", "update 400");
        }
      }
    };
  }

  @Test
  void whatItsUserHasThereTwiceStays() {
    crmSays("first@example.org");
    userHas(OWN, OWN, "first@example.org");
    crmSays(COLLEAGUE);
    assertThat(emails()).containsExactly(OWN, OWN, NAME);
  }

  private static MailboxBusy lost() {
    return new MailboxBusy(MailboxBusy.Cause.OUTCOME_UNKNOWN, "no answer", Optional.empty());
  }

  @Test
  void allThatCostsNoRequestMore() {
    crmSays(COLLEAGUE);
    mailbox.forgetCalls();
    crmSays("new@example.org");
    assertThat(mailbox.calls(MailboxCall.READ)).isEqualTo(1);
    assertThat(mailbox.calls(MailboxCall.UPDATE)).isEqualTo(1);
  }
}
