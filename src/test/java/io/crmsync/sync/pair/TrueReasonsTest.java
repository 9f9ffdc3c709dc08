package io.crmsync.sync.pair;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.CrmContact;
import io.crmsync.domain.contact.Field;
import io.crmsync.domain.contact.PairId;
import io.crmsync.domain.contact.UserId;
import io.crmsync.domain.outlook.FolderId;
import io.crmsync.domain.outlook.OutlookId;
import io.crmsync.domain.reason.Reason;
import io.crmsync.domain.reason.Why;
import io.crmsync.sync.fakes.FakeMailbox;
import io.crmsync.sync.fakes.MailboxCall;
import io.crmsync.sync.port.JobQueue.Lane;
import io.crmsync.sync.port.PairMessage;
import io.crmsync.sync.world.People;
import io.crmsync.sync.world.When;
import io.crmsync.sync.world.World;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is said of an attempt that comes later, or was given up, is what happened. */
class TrueReasonsTest {
  private static final int LAST_ATTEMPT = 9;

  private final World world = new World();
  private FakeMailbox mailbox;
  private FolderId folder;

  @BeforeEach
  void aContactThatIsNotInOutlookYet() {
    world.user("u1");
    world.crm.put(People.person("c1", "First", "u1"));
    world.night();
    mailbox = world.mailbox("u1");
    folder = world.folderOf("u1");
    world.clock.forward(Duration.ofHours(1)); // nothing is remembered of the folder any more
    CrmContact second = People.person("c2", "Second", "u1");
    world.crm.put(second);
    world.recordContacts.recordOne(second.id(), Optional.of(second), world.clock.instant());
  }

  @Test
  void aClaimThatRunsOutIsNoMailboxThatChanged() {
    world.outlook.onEveryCall(
        When.first(MailboxCall.FIND, () -> world.clock.forward(Duration.ofMinutes(4))));
    assertThat(look(LAST_ATTEMPT).why()).contains(Why.of(Reason.CLAIM_RAN_OUT));
    assertThat(world.pair("u1", "c2").why()).contains(Why.of(Reason.CLAIM_RAN_OUT));
  }

  @Test
  void norIsWhatVanishesUnderOurEyes() {
    Map<Field, String> own = Map.of(Field.FIRST_NAME, "Own", Field.EMAIL, "c2@example.com");
    OutlookId first = mailbox.user().add(folder, own);
    world.outlook.onEveryCall(
        When.first(
            MailboxCall.READ,
            () -> {
              mailbox.user().bin(first);
              OutlookId another = mailbox.user().add(folder, own);
              assertThat(another).isNotEqualTo(first);
            }));
    assertThat(look(0).why()).contains(Why.of(Reason.COPY_VANISHED));
  }

  private ReconcileResult look(int attempt) {
    PairMessage message = PairMessage.of(new PairId(new UserId("u1"), new ContactId("c2")));
    for (int i = 0; i < attempt; i++) {
      message = message.nextAttempt();
    }
    return world.reconcilePair.reconcile(message, Lane.NOW);
  }
}
