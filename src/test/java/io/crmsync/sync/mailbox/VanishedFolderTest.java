package io.crmsync.sync.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmsync.domain.contact.Field;
import io.crmsync.domain.contact.UserId;
import io.crmsync.domain.outlook.FolderId;
import io.crmsync.domain.outlook.OutlookId;
import io.crmsync.sync.fakes.BinnedCopies;
import io.crmsync.sync.fakes.FakeMailbox;
import io.crmsync.sync.fakes.MailboxCall;
import io.crmsync.sync.port.JobQueue.Lane;
import io.crmsync.sync.port.MailboxClosed;
import io.crmsync.sync.port.PairMessage.Check;
import io.crmsync.sync.world.People;
import io.crmsync.sync.world.When;
import io.crmsync.sync.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * In a night it is believed for some minutes that a folder is there. One that vanished under the
 * copies that were written in it is noticed by the end of that run (R8, R9, R14).
 */
class VanishedFolderTest {
  private final World world = new World();
  private FakeMailbox mailbox;
  private FolderId folder;

  @BeforeEach
  void aNight() {
    world.user("u1");
    IntStream.rangeClosed(1, 5).forEach(i -> person(i, "Buyer"));
    world.night();
    mailbox = world.mailbox("u1");
    folder = world.folderOf("u1");
    world.clock.forward(Duration.ofHours(1));
  }

  @Test
  void whatWasWrittenToCopiesInItReachesTheUserInThatNight() {
    change(1, 2, 3);
    deletedBefore(2, MailboxCall.UPDATE);
    world.night();
    assertReached("Boss", 2, 3);
  }

  @Test
  void soDoesAContactThatWasNewInIt() {
    IntStream.rangeClosed(6, 8).forEach(i -> person(i, "Boss"));
    deletedBefore(2, MailboxCall.CREATE);
    world.night();
    assertReached("Boss", 6, 7, 8);
  }

  @Test
  void whatWasNotWrittenStaysDeleted() {
    change(1, 2, 3);
    deletedBefore(2, MailboxCall.UPDATE);
    world.night();
    assertThat(world.copies("u1", "c4")).isEmpty();
    assertThat(world.copies("u1", "c5")).isEmpty();
  }

  @Test
  void whoIsKilledMeanwhileDoesNotCostIt() {
    change(1, 2, 3);
    deletedBefore(2, MailboxCall.UPDATE);
    nightBeforeTheQuestion();
    world.restart();
    world.drain();
    assertReached("Boss", 2, 3);
  }

  @Test
  void aLostQuestionIsAskedByTheNextNight() {
    change(1, 2, 3);
    deletedBefore(2, MailboxCall.UPDATE);
    nightBeforeTheQuestion();
    world.queue.pairs(Lane.NIGHTLY).takeAll();
    world.clock.forward(Duration.ofMinutes(20));
    world.queue.pairs(Lane.NIGHTLY).takeAll();
    world.night();
    assertReached("Boss", 2, 3);
  }

  @Test
  void aMailboxThatIsClosedJustThenIsAskedLater() {
    change(1, 2, 3);
    deletedBefore(2, MailboxCall.UPDATE);
    nightBeforeTheQuestion();
    mailbox.close(MailboxClosed.Cause.MISSING);
    world.drain();
    mailbox.reopen();
    world.night();
    world.night();
    assertReached("Boss", 2, 3);
  }

  @Test
  void itIsOneRequestForTheRunAndNothingIsLeftOfIt() {
    mailbox.forgetCalls();
    change(1, 2, 3, 4, 5);
    world.night();
    assertThat(mailbox.calls(MailboxCall.UPDATE)).isEqualTo(5);
    assertThat(mailbox.calls(MailboxCall.DEFAULT_FOLDER)).isOne(); // which mailbox it is
    assertThat(mailbox.calls()).isEqualTo(8);
    assertThat(world.mailboxes.of(new UserId("u1")).trusted()).isEmpty();
    assertThat(world.queue.firstVisibleAt()).isEqualTo(Instant.MAX);
    mailbox.forgetCalls();
    world.night();
    assertThat(mailbox.calls()).isZero();
  }

  @Test
  void aCopyThatWasWrittenAndMovedByItsUserIsNotMadeASecondTime() {
    change(1, 2, 3);
    deletedBefore(3, MailboxCall.UPDATE);
    world.outlook.binnedCopies(BinnedCopies.ANSWER);
    nightBeforeTheQuestion();
    mailbox.user().move(inBin("c1"), mailbox.user().createFolder("Mine"));
    world.drain();
    assertReached("Boss", 1, 2, 3);
  }

  private OutlookId inBin(String contact) {
    return mailbox.binned().stream()
        .filter(copy -> copy.mark().filter(contact::equals).isPresent())
        .findFirst()
        .orElseThrow()
        .id();
  }

  private void assertReached(String position, int... contacts) {
    for (int i : contacts) {
      assertThat(world.copy("u1", "c" + i).plainValue(Field.POSITION)).isEqualTo(position);
      assertThat(world.pair("u1", "c" + i).unfinished()).isFalse();
    }
  }

  /** All of a night but the question whether the folders were there. */
  private void nightBeforeTheQuestion() {
    world.clock.forward(Duration.ofHours(23));
    world.startRun.nightly();
    for (int i = 0; i < 500 && !onlyTheQuestionIsLeft(); i++) {
      world.clock.forwardTo(world.queue.firstVisibleAt());
      world.workOne();
    }
    assertThat(onlyTheQuestionIsLeft()).isTrue();
  }

  private boolean onlyTheQuestionIsLeft() {
    return world.queue.runSteps().isEmpty()
        && world.queue.pairs(Lane.NIGHTLY).messages().stream()
            .allMatch(message -> message.check() == Check.FOLDERS);
  }

  private void deletedBefore(int number, MailboxCall call) {
    world.outlook.onEveryCall(When.before(number, call, () -> mailbox.user().deleteFolder(folder)));
  }

  private void change(int... contacts) {
    for (int i : contacts) {
      person(i, "Boss");
    }
  }

  private void person(int number, String position) {
    world.crm.put(People.position(People.person("c" + number, "Name" + number, "u1"), position));
  }
}
