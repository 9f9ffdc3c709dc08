package io.crmsync.sync.pair;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.Field;
import io.crmsync.domain.contact.PairId;
import io.crmsync.domain.contact.UserId;
import io.crmsync.domain.outlook.FolderId;
import io.crmsync.domain.outlook.ListSlot;
import io.crmsync.domain.outlook.OutlookId;
import io.crmsync.domain.pair.Outcome;
import io.crmsync.domain.reason.Reason;
import io.crmsync.domain.reason.Why;
import io.crmsync.sync.fakes.CallHook;
import io.crmsync.sync.fakes.FakeMailbox;
import io.crmsync.sync.fakes.MailboxCall;
import io.crmsync.sync.port.JobQueue.Lane;
import io.crmsync.sync.port.MailboxRefused;
import io.crmsync.sync.port.PairMessage;
import io.crmsync.sync.world.OnePair;
import io.crmsync.sync.world.People;
import io.crmsync.sync.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What failed keeps its reason and is tried again: with the next change, the next night (R19). */
class FailedWorkTest {
  private final OnePair pair = new OnePair();
  private final World world = pair.world;

  @Test
  void aRefusedContactIsLeftWithTheReasonUntilItChangesOrTheNextNightTriesItAgain() {
    world.mailbox("u1").failBefore(MailboxCall.CREATE, new MailboxRefused("ErrorX", "create 400"));
    world.night();
    assertThat(world.pair("u1", "c1").outcome()).contains(Outcome.FAILED);
    assertThat(world.pair("u1", "c1").why()).contains(Why.refused("ErrorX"));
    assertThat(world.copies("u1", "c1")).isEmpty();
    world.night();
    assertThat(world.copies("u1", "c1")).hasSize(1);
  }

  @Test
  void aPoisonedPairIsSeenAndTriedAgainTheNextNight() {
    world.night();
    pair.change(c -> People.position(c, "Boss"));
    PairMessage poisoned = PairMessage.of(new PairId(new UserId("u1"), new ContactId("c1")));
    world.failPair.fail(poisoned);
    assertThat(world.pair("u1", "c1").outcome()).contains(Outcome.FAILED);
    assertThat(world.pair("u1", "c1").why()).contains(Why.of(Reason.POISONED));
    world.night();
    assertThat(world.copy("u1", "c1").plainValue(Field.POSITION)).isEqualTo("Boss");
    assertThat(world.due.range(Optional.empty(), Optional.empty())).isEmpty();
  }

  @Test
  void whatWasGivenUpInTheDayIsTriedAgainInTheVeryNextNight() {
    world.night();
    pair.change(c -> People.position(c, "Boss"));
    pair.readOne();
    world.queue.pairs(Lane.NOW).takeAll();
    world.failPair.fail(PairMessage.of(new PairId(new UserId("u1"), new ContactId("c1"))));
    world.clock.forward(Duration.ofHours(11));
    world.startRun.nightly();
    world.drain();
    assertThat(world.copy("u1", "c1").plainValue(Field.POSITION)).isEqualTo("Boss");
    assertThat(world.due.range(Optional.empty(), Optional.empty())).isEmpty();
  }

  @Test
  void aFoundCopyWhoseRepairWasRefusedIsRepairedByTheNextChange() {
    world.night();
    OutlookId id = world.copy("u1", "c1").id();
    world
        .mailbox("u1")
        .user()
        .editList(id, ListSlot.EMAILS, List.of("c1@example.com", "own@x.org"));
    World rebuilt = new World(world);
    rebuilt
        .mailbox("u1")
        .failBefore(MailboxCall.UPDATE, new MailboxRefused("ErrorX", "update 400"));
    pair.change(c -> People.email(People.position(c, "Boss"), "second@x.org"));
    rebuilt.night();
    assertThat(rebuilt.pair("u1", "c1").outcome()).contains(Outcome.FAILED);
    pair.change(c -> People.email(c, "third@x.org"));
    rebuilt.night();
    assertThat(rebuilt.copy("u1", "c1").plainValue(Field.POSITION)).isEqualTo("Boss");
    assertThat(rebuilt.copy("u1", "c1").entries(ListSlot.EMAILS))
        .as("the base is lost: whose the first one is nobody knows (R12)")
        .containsExactly("c1@example.com", "own@x.org", "third@x.org");
  }

  @Test
  void aRefusedAdoptionGivesItsReservationBack() {
    FakeMailbox mailbox = world.mailbox("u1");
    FolderId folder = mailbox.user().createFolder("CRM Contacts");
    OutlookId own = mailbox.user().add(folder, Map.of(Field.EMAIL, "c1@example.com"));
    mailbox.failBefore(MailboxCall.UPDATE, new MailboxRefused("ErrorX", "update 400"));
    world.night();
    assertThat(world.pair("u1", "c1").outcome()).contains(Outcome.FAILED);
    world.crm.delete(new ContactId("c1"));
    world.crm.put(People.email(People.person("c2", "Ada", "u1"), "c1@example.com"));
    world.night();
    assertThat(world.copy("u1", "c2").id()).isEqualTo(own);
  }

  @Test
  void aMailboxThatNeverSettlesIsGivenUpAndTriedAgainTheNextNight() {
    FakeMailbox mailbox = world.mailbox("u1");
    FolderId folder = mailbox.user().createFolder("CRM Contacts");
    OutlookId own = mailbox.user().add(folder, Map.of(Field.EMAIL, "c1@example.com"));
    world.outlook.onEveryCall(
        new CallHook() {
          @Override
          public void before(FakeMailbox at, MailboxCall call) {
            if (call == MailboxCall.READ) {
              world.clock.forward(Duration.ofMinutes(4)); // too little is left of the claim
            }
          }
        });
    world.startRun.nightly();
    for (int looks = 0; looks < 200 && !world.queue.firstVisibleAt().equals(Instant.MAX); looks++) {
      world.clock.forwardTo(world.queue.firstVisibleAt());
      world.workOne();
    }
    assertThat(world.pair("u1", "c1").outcome()).contains(Outcome.FAILED);
    assertThat(mailbox.calls(MailboxCall.READ)).isEqualTo(10);
    world.outlook.onEveryCall(new CallHook() {});
    world.night();
    assertThat(world.copy("u1", "c1").id()).isEqualTo(own);
  }
}
