package io.crmsync.sync;

import io.crmsync.sync.fakes.BinnedCopies;
import io.crmsync.sync.fakes.CallHook;
import io.crmsync.sync.fakes.FakeMailbox;
import io.crmsync.sync.fakes.MailboxCall;
import io.crmsync.sync.pair.SyncContact;
import io.crmsync.sync.port.JobQueue.Lane;
import io.crmsync.sync.port.MailboxBusy;
import io.crmsync.sync.port.PairMessage;
import java.time.Duration;
import java.util.Optional;

/**
 * What goes wrong during a walk: throttling, lost answers, killed processes, and a second instance
 * that works on the same queue while the first one is at a mailbox.
 */
final class WalkDisturbance implements CallHook {
  private final Walk walk;
  private boolean on;
  private boolean inside;

  WalkDisturbance(Walk walk) {
    this.walk = walk;
    walk.world.outlook.binnedCopies(walk.either(BinnedCopies.ANSWER, BinnedCopies.GONE));
    walk.world.outlook.onEveryCall(this);
    walk.world.crashes.when(call -> strikes(300), call -> strikes(300));
  }

  void during(Runnable work) {
    on = true;
    try {
      work.run();
    } catch (Crashes.Killed e) {
      walk.world.restart(); // killed at the very call that a person or an admin made
    } finally {
      on = false;
    }
  }

  @Override
  public void before(FakeMailbox mailbox, MailboxCall call) {
    if (strikes(60)) {
      throw new MailboxBusy(
          MailboxBusy.Cause.THROTTLED, "429", Optional.of(Duration.ofSeconds(20)));
    }
    if (strikes(20) && !inside) {
      secondInstance();
    }
  }

  @Override
  public void after(FakeMailbox mailbox, MailboxCall call) {
    if (strikes(60)) {
      throw new MailboxBusy(MailboxBusy.Cause.OUTCOME_UNKNOWN, "no answer", Optional.empty());
    }
  }

  private boolean strikes(int oneIn) {
    return on && walk.oneIn(oneIn);
  }

  private void secondInstance() {
    inside = true;
    try {
      SyncContact other =
          walk.world.useCases(walk.world.crm, walk.world.queue).pairs().syncContact();
      for (Lane lane : Lane.values()) {
        walk.world.queue.pairs(lane).takeNext().ifPresent(message -> look(other, message, lane));
      }
    } finally {
      inside = false;
    }
  }

  /** Who fails with a message in hand gets it again. */
  private void look(SyncContact other, PairMessage message, Lane lane) {
    try {
      other.look(message, lane);
    } catch (RuntimeException e) {
      walk.world.queue.sendPair(message, lane, World.LEASE);
    }
  }
}
