package io.crmsync.sync.pair;

import static io.crmsync.sync.world.Held.ADMIN_PERSON;
import static org.assertj.core.api.Assertions.assertThat;

import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.PairId;
import io.crmsync.domain.contact.ViewSecurity;
import io.crmsync.domain.contact.ViewSecurity.Scope;
import io.crmsync.domain.outlook.OutlookId;
import io.crmsync.domain.run.Run;
import io.crmsync.domain.run.Run.Mode;
import io.crmsync.sync.call.Caller.Role;
import io.crmsync.sync.fakes.FakeMailbox;
import io.crmsync.sync.fakes.MailboxCall;
import io.crmsync.sync.port.JobQueue.Lane;
import io.crmsync.sync.port.MailboxBusy;
import io.crmsync.sync.world.ApiWorld;
import io.crmsync.sync.world.People;
import io.crmsync.sync.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A create whose end is not known may show at any time after: it is looked for again also where the
 * access was lost meanwhile, and where the app leaves the mailboxes (R19).
 */
class LateCreateTest {
  private static final ContactId C1 = new ContactId("c1");

  private final World world = new World();
  private FakeMailbox mailbox;

  @BeforeEach
  void aCreateIsNotAnswered() {
    world.user("u1");
    world.crm.put(People.person("c1", "Ada", "u1"));
    mailbox = world.mailbox("u1");
    mailbox.failAfter(MailboxCall.CREATE, noAnswer());
    mailbox.searchLags(true);
    world.startRun.nightly();
    workUntilCreated(1);
  }

  @Test
  void itLeavesTheMailboxThoughTheAccessWasWithdrawnBeforeItShowed() {
    withdraw();
    world.drain();
    mailbox.searchLags(false);
    for (int i = 0; i < 3; i++) {
      world.night();
    }
    assertThat(world.copies("u1", "c1")).isEmpty();
    assertThat(world.due.of(C1)).isEmpty();
    assertThat(world.pairs.find(new PairId(world.pair("u1", "c1").user(), C1)).version().absent())
        .isTrue();
  }

  @Test
  void itIsGoneWithinMinutesWhereItShowsWithinMinutes() {
    withdraw();
    workUntil(() -> !world.pair("u1", "c1").open() || mailbox.calls(MailboxCall.FOLDERS) > 0);
    mailbox.searchLags(false);
    world.drain();
    assertThat(world.copies("u1", "c1")).isEmpty();
  }

  @Test
  void soItDoesBesideALinkedCopy() {
    workUntilCreated(2);
    assertThat(world.pair("u1", "c1").link()).isPresent();
    mailbox.user().move(linked(), mailbox.user().createFolder("Mine"));
    withdraw();
    for (int i = 0; i < 4; i++) {
      world.workOne();
    }
    world.drain();
    mailbox.searchLags(false);
    for (int i = 0; i < 3; i++) {
      world.night();
    }
    assertThat(world.copies("u1", "c1")).isEmpty();
  }

  @Test
  void whoMayHaveItAgainMeanwhileHasOneCopy() {
    withdraw();
    world.drain();
    mailbox.searchLags(false);
    world.crm.put(People.person("c1", "Ada", "u1"));
    world.night();
    world.night();
    assertThat(world.copies("u1", "c1")).hasSize(1);
    assertThat(world.due.of(C1)).isEmpty();
  }

  @Test
  void anUninstallWaitsUntilItMustHaveShown() {
    while (!world.queue.runSteps().isEmpty()) {
      world.workOne();
    }
    world.queue.pairs(Lane.NIGHTLY).takeAll();
    Run run = world.startRun.byHand(ADMIN_PERSON, Mode.UNINSTALL).value().orElseThrow();
    world.drain();
    world.decideRemovals.release(ADMIN_PERSON, run.runId());
    Instant shows = world.clock.instant().plus(Duration.ofMinutes(8));
    while (!world.queue.firstVisibleAt().equals(Instant.MAX)) {
      world.clock.forwardTo(world.queue.firstVisibleAt());
      if (!world.clock.instant().isBefore(shows)) {
        mailbox.searchLags(false);
      }
      world.workOne();
    }
    assertThat(world.runs.find(run.runId()).orElseThrow().value().phase())
        .isEqualTo(Run.Phase.DONE);
    assertThat(world.copies("u1", "c1")).isEmpty();
  }

  private OutlookId linked() {
    return world.pair("u1", "c1").link().orElseThrow().outlookId();
  }

  private void withdraw() {
    world.clock.forward(Duration.ofSeconds(1));
    world.crm.put(
        People.security(
            world.crm.find(C1).orElseThrow(),
            new ViewSecurity(Scope.PRIVATE, Optional.empty(), Set.of())));
    world.acceptNotice.accept(
        ApiWorld.application("crm", Role.ON_BEHALF), new TreeSet<>(Set.of(C1)));
  }

  private void workUntilCreated(int creates) {
    workUntil(() -> mailbox.calls(MailboxCall.CREATE) >= creates);
  }

  private void workUntil(BooleanSupplier reached) {
    for (int i = 0; i < 500 && !reached.getAsBoolean(); i++) {
      world.clock.forwardTo(world.queue.firstVisibleAt());
      world.workOne();
    }
    assertThat(reached.getAsBoolean()).isTrue();
  }

  private static MailboxBusy noAnswer() {
    return new MailboxBusy(
        MailboxBusy.Cause.OUTCOME_UNKNOWN, "no answer in time", Optional.empty());
  }
}
