package io.crmsync.sync.world;

import io.crmsync.domain.contact.CrmContact;
import io.crmsync.sync.port.StepMessage;
import java.time.Duration;
import java.util.Optional;

/** Brings what the CRM holds into the snapshot, and into no mailbox yet. */
public final class SnapshotOnly {
  private SnapshotOnly() {}

  /** A whole run, but for the messages about pairs that it queues: they stay queued. */
  public static void read(World world) {
    world.startRun.nightly();
    Optional<StepMessage> step = world.queue.runSteps().takeNext();
    while (step.isPresent()) {
      world.advanceRun.step(step.get(), world.journal::add);
      step = world.queue.runSteps().takeNext();
    }
  }

  /** The CRM holds this from now on, in the place of what had its id, and is asked for it alone. */
  public static void record(World world, CrmContact contact) {
    world.clock.forward(Duration.ofSeconds(1));
    world.crm.put(contact);
    world.recordContacts.recordOne(contact.id(), Optional.of(contact), world.clock.instant());
  }
}
