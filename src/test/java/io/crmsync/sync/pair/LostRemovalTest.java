package io.crmsync.sync.pair;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmsync.domain.contact.Field;
import io.crmsync.domain.outlook.FolderId;
import io.crmsync.domain.outlook.OutlookId;
import io.crmsync.domain.pair.Outcome;
import io.crmsync.sync.fakes.FakeMailbox;
import io.crmsync.sync.fakes.MailboxCall;
import io.crmsync.sync.port.JobQueue.Lane;
import io.crmsync.sync.port.MailboxRefused;
import io.crmsync.sync.world.OnePair;
import io.crmsync.sync.world.People;
import io.crmsync.sync.world.World;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * A copy leaves with the access to it, also one whose making went wrong; the user's own contacts
 * stay (R15, R16, R19).
 */
class LostRemovalTest {
  private final OnePair pair = new OnePair();
  private final World world = pair.world;

  @Test
  void aLostAdoptionLeavesWithTheAccessWhereverItsUserMovedIt() {
    FakeMailbox mailbox = world.mailbox("u1");
    FolderId folder = mailbox.user().createFolder("CRM Contacts");
    OutlookId own = mailbox.user().add(folder, Map.of(Field.EMAIL, "c1@example.com"));
    pair.lostUpdate(c -> People.position(c, "Boss"));
    mailbox.user().move(own, mailbox.user().createFolder("Mine"));
    world.queue.pairs(Lane.NIGHTLY).takeAll();
    pair.change(c -> People.team(c));
    world.night();
    assertThat(world.copies("u1", "c1")).isEmpty();
    assertThat(mailbox.binned()).hasSize(1);
  }

  @Test
  void theRemovalOfACopyLeavesTheUsersDuplicateElsewhere() {
    world.night();
    FakeMailbox mailbox = world.mailbox("u1");
    FolderId mine = mailbox.user().createFolder("Mine");
    mailbox.user().copy(world.copy("u1", "c1").id(), mine);
    pair.lostUpdate(c -> People.position(c, "Boss"));
    world.queue.pairs(Lane.NIGHTLY).takeAll();
    pair.change(c -> People.team(c));
    world.night();
    assertThat(world.copy("u1", "c1").folder()).isEqualTo(mine);
  }

  @Test
  void aFoundCopyWhoseRepairIsRefusedStillLeavesWithTheAccess() {
    FakeMailbox mailbox = world.mailbox("u1");
    mailbox.failAfter(MailboxCall.CREATE, OnePair.noAnswer());
    pair.readFirst();
    mailbox.failBefore(MailboxCall.UPDATE, new MailboxRefused("ErrorX", "update 400"));
    mailbox.failBefore(MailboxCall.UPDATE, new MailboxRefused("ErrorX", "update 400"));
    pair.change(c -> People.position(c, "Boss"));
    world.night(); // two messages of the pair are on their way
    assertThat(world.pair("u1", "c1").outcome()).contains(Outcome.FAILED);
    assertThat(world.pair("u1", "c1").link()).isPresent();
    pair.change(c -> People.team(c));
    world.night();
    assertThat(world.copies("u1", "c1")).isEmpty();
  }

  @Test
  void soDoesACopyThatALostCreateLeftBehindWhenTheNextOneIsRefused() {
    FakeMailbox mailbox = world.mailbox("u1");
    mailbox.failAfter(MailboxCall.CREATE, OnePair.noAnswer());
    mailbox.searchLags(true);
    pair.readFirst();
    mailbox.failBefore(MailboxCall.CREATE, new MailboxRefused("ErrorX", "create 400"));
    mailbox.failBefore(MailboxCall.CREATE, new MailboxRefused("ErrorX", "create 400"));
    world.drain(); // the recheck tries it as well
    assertThat(world.pair("u1", "c1").outcome()).contains(Outcome.FAILED);
    mailbox.searchLags(false);
    pair.change(c -> People.team(c));
    world.night();
    assertThat(world.copies("u1", "c1")).isEmpty();
  }
}
