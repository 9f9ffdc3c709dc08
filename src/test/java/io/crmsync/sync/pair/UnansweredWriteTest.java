package io.crmsync.sync.pair;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmsync.domain.contact.Field;
import io.crmsync.domain.outlook.FolderId;
import io.crmsync.domain.outlook.ListSlot;
import io.crmsync.domain.outlook.OutlookId;
import io.crmsync.sync.fakes.FakeMailbox;
import io.crmsync.sync.fakes.MailboxCall;
import io.crmsync.sync.port.JobQueue.Lane;
import io.crmsync.sync.world.OnePair;
import io.crmsync.sync.world.People;
import io.crmsync.sync.world.World;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * A write whose answer never came may have been carried out: nothing of the user's is lost by it,
 * and nothing of the CRM's (R10, R11, R19).
 */
class UnansweredWriteTest {
  private final OnePair pair = new OnePair();
  private final World world = pair.world;

  @Test
  void aChangeTakenBackWhileItsAnswerIsLostIsTakenBackInOutlook() {
    pair.change(c -> People.position(c, "Before"));
    world.night();
    pair.lostUpdate(c -> People.position(c, "After"));
    assertThat(world.copy("u1", "c1").plainValue(Field.POSITION)).isEqualTo("After");
    pair.changeNow(c -> People.position(c, "Before"));
    world.night();
    assertThat(world.copy("u1", "c1").plainValue(Field.POSITION)).isEqualTo("Before");
    assertThat(world.pair("u1", "c1").claim()).isEmpty();
    world.outlook.forgetCalls();
    world.night();
    assertThat(world.outlook.calls()).isZero();
  }

  @Test
  void soIsOneThatWasTakenBackWhileTheContactCouldNotBeWritten() {
    pair.change(c -> People.position(c, "Before"));
    world.night();
    pair.lostUpdate(c -> People.position(c, "After"));
    pair.changeNow(c -> People.first(People.position(c, "Before"), "Deceased"));
    world.night();
    pair.change(c -> People.first(c, "Ada"));
    world.night();
    assertThat(world.copy("u1", "c1").plainValue(Field.POSITION)).isEqualTo("Before");
  }

  @Test
  void aSecondChangeAfterALostOneCostsTheUserNoEntry() {
    world.night();
    OutlookId id = world.copy("u1", "c1").id();
    world
        .mailbox("u1")
        .user()
        .editList(id, ListSlot.EMAILS, List.of("own@x.org", "c1@example.com"));
    pair.lostUpdate(c -> People.email(c, "second@x.org"));
    assertThat(pair.emails()).containsExactly("own@x.org", "second@x.org");
    pair.changeNow(c -> People.email(c, "third@x.org"));
    world.night();
    assertThat(pair.emails()).containsExactly("own@x.org", "third@x.org");
  }

  @Test
  void norDoesAChangeAfterALostAdoption() {
    FakeMailbox mailbox = world.mailbox("u1");
    FolderId folder = mailbox.user().createFolder("CRM Contacts");
    OutlookId own = mailbox.user().add(folder, Map.of(Field.EMAIL, "c1@example.com"));
    mailbox.user().editList(own, ListSlot.EMAILS, List.of("own@x.org", "c1@example.com"));
    pair.lostUpdate(c -> People.position(c, "Boss"));
    assertThat(world.copies("u1", "c1")).hasSize(1);
    assertThat(world.pair("u1", "c1").link()).isEmpty();
    pair.changeNow(c -> People.email(c, "third@x.org"));
    world.night();
    assertThat(pair.emails()).containsExactly("own@x.org", "third@x.org");
  }

  @Test
  void whatWasClearedWhileACreateWasUnansweredIsCleared() {
    world.mailbox("u1").failAfter(MailboxCall.CREATE, OnePair.noAnswer());
    pair.change(c -> People.city(People.position(c, "Boss"), "Bonn"));
    pair.readFirst();
    assertThat(world.copy("u1", "c1").plainValue(Field.POSITION)).isEqualTo("Boss");
    pair.changeNow(c -> People.city(People.position(People.email(c, ""), ""), ""));
    world.night();
    assertThat(world.copy("u1", "c1").plainValue(Field.POSITION)).isEmpty();
    assertThat(world.copy("u1", "c1").plainValue(Field.BUSINESS_CITY)).isEmpty();
    assertThat(pair.emails()).isEmpty();
    assertThat(world.mailbox("u1").calls(MailboxCall.CREATE)).isEqualTo(1);
  }

  @Test
  void soIsWhatWasClearedWhileAReCreationWasUnanswered() {
    pair.change(c -> People.city(c, "Bonn"));
    world.night();
    world.mailbox("u1").user().purge(world.copy("u1", "c1").id());
    world.mailbox("u1").failAfter(MailboxCall.CREATE, OnePair.noAnswer());
    pair.change(c -> People.position(c, "Boss"));
    pair.readOne();
    world.reconcile("u1", "c1", Lane.NIGHTLY);
    assertThat(world.copy("u1", "c1").plainValue(Field.BUSINESS_CITY)).isEqualTo("Bonn");
    pair.changeNow(c -> People.city(c, ""));
    world.night();
    assertThat(world.copy("u1", "c1").plainValue(Field.BUSINESS_CITY)).isEmpty();
    assertThat(world.copy("u1", "c1").plainValue(Field.POSITION)).isEqualTo("Boss");
  }
}
