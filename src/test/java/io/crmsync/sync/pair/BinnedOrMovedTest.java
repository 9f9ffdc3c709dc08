package io.crmsync.sync.pair;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.Field;
import io.crmsync.domain.contact.UserId;
import io.crmsync.domain.outlook.OutlookId;
import io.crmsync.sync.fakes.BinnedCopies;
import io.crmsync.sync.fakes.CallHook;
import io.crmsync.sync.fakes.FakeMailbox;
import io.crmsync.sync.fakes.MailboxCall;
import io.crmsync.sync.world.OnePair;
import io.crmsync.sync.world.People;
import io.crmsync.sync.world.World;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** What the user bins stays in the bin, what the user moves is ours where it is (R9, R14, R19). */
class BinnedOrMovedTest {
  private final OnePair pair = new OnePair();
  private final World world = pair.world;

  @Test
  void aRemovalIsNotRepeatedOnWhatLiesInDeletedItems() {
    World soft = new World();
    soft.user("u1");
    soft.crm.put(People.person("c1", "Ada", "u1"));
    soft.night();
    soft.mailbox("u1").failAfter(MailboxCall.REMOVE, OnePair.noAnswer());
    soft.crm.put(People.team(soft.crm.find(new ContactId("c1")).orElseThrow()));
    soft.night();
    assertThat(soft.mailbox("u1").calls(MailboxCall.REMOVE)).isEqualTo(1);
    assertThat(soft.mailbox("u1").binned()).hasSize(1);
    assertThat(soft.pairs.ofUser(new UserId("u1"), Optional.empty(), 10)).isEmpty();
  }

  @Test
  void whatTheUserBinnedBeforeTheRemovalIsLeftInTheBin() {
    world.night();
    world.mailbox("u1").user().bin(world.copy("u1", "c1").id());
    pair.change(c -> People.team(c));
    world.night();
    assertThat(world.mailbox("u1").calls(MailboxCall.REMOVE)).isZero();
    assertThat(world.mailbox("u1").binned()).hasSize(1);
    assertThat(world.due.range(Optional.empty(), Optional.empty())).isEmpty();
  }

  @Test
  void aFolderThatTheUserDeletedIsMadeAnewAndNothingIsCreatedInTheBin() {
    world.night();
    world.mailbox("u1").user().deleteFolder(world.folderOf("u1"));
    pair.change(c -> People.position(c, "Boss"));
    world.night();
    assertThat(world.copy("u1", "c1").plainValue(Field.POSITION)).isEqualTo("Boss");
    assertThat(world.mailbox("u1").binned()).hasSize(1);
    world.crm.put(People.person("c2", "Ben", "u1"));
    world.night();
    assertThat(world.copy("u1", "c2").folder()).isEqualTo(world.copy("u1", "c1").folder());
    assertThat(world.mailbox("u1").binned()).hasSize(1);
  }

  @Test
  void aFoundCopyThatIsBinnedWhileItIsWrittenIsNotLinked() {
    world.night();
    pair.change(c -> People.position(c, "Boss"));
    World rebuilt = new World(world);
    rebuilt.outlook.binnedCopies(BinnedCopies.ANSWER);
    binnedBeforeItIsWritten(rebuilt);
    rebuilt.night();
    assertThat(rebuilt.copy("u1", "c1").id().value())
        .isEqualTo(rebuilt.pair("u1", "c1").link().orElseThrow().outlookId().value());
  }

  @Test
  void aRenamedFolderStaysOurs() {
    world.night();
    world.mailbox("u1").user().renameFolder(world.folderOf("u1"), "My customers");
    world.crm.put(People.person("c2", "Ben", "u1"));
    world.night();
    assertThat(world.copy("u1", "c2").folder()).isEqualTo(world.copy("u1", "c1").folder());
  }

  @Test
  void aCopyMovedToAnotherContactFolderIsUpdatedWhereItIs() {
    world.night();
    OutlookId id = world.copy("u1", "c1").id();
    var friends = world.mailbox("u1").user().createFolder("Friends");
    world.mailbox("u1").user().move(id, friends);
    pair.change(c -> People.position(c, "Boss"));
    world.night();
    assertThat(world.copy("u1", "c1").id()).isEqualTo(id);
    assertThat(world.copy("u1", "c1").folder()).isEqualTo(friends);
    assertThat(world.copy("u1", "c1").plainValue(Field.POSITION)).isEqualTo("Boss");
  }

  /** The copy that is written next is in Deleted Items by then. */
  private static void binnedBeforeItIsWritten(World at) {
    OutlookId id = at.copy("u1", "c1").id();
    AtomicBoolean once = new AtomicBoolean();
    at.outlook.onEveryCall(
        new CallHook() {
          @Override
          public void before(FakeMailbox mailbox, MailboxCall call) {
            if (call == MailboxCall.UPDATE && once.compareAndSet(false, true)) {
              mailbox.user().bin(id);
            }
          }
        });
  }
}
