package io.crmsync.sync.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmsync.domain.audience.Directory;
import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.CrmContact;
import io.crmsync.domain.contact.GroupId;
import io.crmsync.domain.contact.ViewSecurity;
import io.crmsync.domain.run.Run;
import io.crmsync.sync.call.Caller.Role;
import io.crmsync.sync.fakes.MailboxCall;
import io.crmsync.sync.port.CrmSource;
import io.crmsync.sync.port.Lookup;
import io.crmsync.sync.port.SourcePage;
import io.crmsync.sync.port.StepMessage;
import io.crmsync.sync.world.ApiWorld;
import io.crmsync.sync.world.OnePair;
import io.crmsync.sync.world.People;
import io.crmsync.sync.world.World;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * What was read before a revocation does not undo it, be it the contact or users and groups (R19).
 */
class StaleReadTest {
  private final OnePair pair = new OnePair();
  private final World world = pair.world;

  @Test
  void aDirectoryReadBeforeTheRevocationDoesNotUndoIt() {
    world.crm.putGroup("g1", People.users("u1"));
    pair.change(
        c ->
            People.security(
                c,
                new ViewSecurity(
                    ViewSecurity.Scope.GROUP, Optional.empty(), Set.of(new GroupId("g1")))));
    world.night();
    Run run = world.startRun.nightly();
    world.queue.runSteps().takeAll();
    world
        .useCases(whileDirectoryIsRead(this::revokeWithANotice), world.queue)
        .runs()
        .advanceRun()
        .step(new StepMessage(run.runId(), 0, 0), words -> {});
    world.drain();
    assertThat(world.copies("u1", "c1")).isEmpty();
    assertThat(world.outlook.calls(MailboxCall.CREATE)).isEqualTo(1);
  }

  @Test
  void aStaleAnswerDoesNotUndoARevocation() {
    world.night();
    CrmContact before = world.crm.find(new ContactId("c1")).orElseThrow();
    var askedEarly = world.clock.instant();
    world.clock.forward(Duration.ofSeconds(1));
    pair.change(c -> People.team(c));
    pair.readOne();
    world.recordContacts.recordOne(new ContactId("c1"), Optional.of(before), askedEarly);
    assertThat(world.contacts.find(new ContactId("c1")).orElseThrow().value().audience()).isEmpty();
  }

  /** Nobody is in the group g1 any more, and a change notice brings that to the mailboxes. */
  private void revokeWithANotice() {
    world.clock.forward(Duration.ofSeconds(1));
    world.crm.putGroup("g1", Set.of());
    world.acceptNotice.accept(
        ApiWorld.application("crm", Role.ON_BEHALF), new TreeSet<>(Set.of(new ContactId("c1"))));
    world.drain();
  }

  /** The CRM, whose answer about users and groups was true before this happened. */
  private CrmSource whileDirectoryIsRead(Runnable happens) {
    return new CrmSource() {
      @Override
      public SourcePage contacts(String run, Optional<ContactId> after, int limit) {
        return world.crm.contacts(run, after, limit);
      }

      @Override
      public Lookup contact(ContactId id) {
        return world.crm.contact(id);
      }

      @Override
      public Directory directory() {
        Directory early = world.crm.directory();
        happens.run();
        return early;
      }
    };
  }
}
