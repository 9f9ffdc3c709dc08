package io.crmsync.sync.walk;

import io.crmsync.domain.run.Run;
import io.crmsync.sync.fakes.BinnedCopies;
import io.crmsync.sync.fakes.CallHook;
import io.crmsync.sync.fakes.FakeMailbox;
import io.crmsync.sync.fakes.MailboxCall;
import io.crmsync.sync.port.JobQueue.Lane;
import io.crmsync.sync.port.MailboxBusy;
import io.crmsync.sync.port.StorageUnavailable;
import io.crmsync.sync.world.Crashes;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What goes wrong during a walk: throttling, refusals, lost answers and messages, killed processes,
 * storage that is cut off for a while, users who are at work in Outlook at that very moment, and a
 * second instance that works on the same queues while the first one is at a mailbox.
 */
final class WalkDisturbance implements CallHook {
  private final Walk walk;
  private final WalkMeanwhile users;
  private final WalkSecondInstance other;
  private final WalkRefusals refusals;
  private Instant storageBack = Instant.MIN;
  private boolean on;
  private boolean inside;

  WalkDisturbance(Walk walk) {
    this.walk = walk;
    this.users = new WalkMeanwhile(walk);
    this.other = new WalkSecondInstance(walk);
    this.refusals = new WalkRefusals(walk);
    walk.world.outlook.binnedCopies(walk.either(BinnedCopies.ANSWER, BinnedCopies.GONE));
    walk.world.outlook.onEveryCall(this);
    walk.world.crashes.when(call -> strikes(300), call -> strikes(300));
    walk.world.crashes.listen(this::reach);
  }

  void during(Runnable work) {
    on = true;
    other.begin();
    try {
      work.run();
    } catch (Crashes.Killed e) {
      walk.world.restart(); // killed at the very call that a person or an admin made
    } catch (StorageUnavailable e) {
      walk.tell("no storage: somebody is told to ask later");
    } finally {
      on = false;
      storageBack = Instant.MIN;
      refusals.end();
    }
  }

  @Override
  public void before(FakeMailbox mailbox, MailboxCall call) {
    if (strikes(60)) {
      throw new MailboxBusy(
          MailboxBusy.Cause.THROTTLED, "429", Optional.of(Duration.ofSeconds(20)));
    }
    if (strikes(30)) {
      users.act(mailbox);
    }
    if (strikes(60) && !fullRun()) {
      loseMessage();
    }
    if (on) {
      refusals.before(mailbox, call);
    }
    if (strikes(20) && !inside) {
      inside = true;
      other.work();
      inside = false;
    }
  }

  @Override
  public void after(FakeMailbox mailbox, MailboxCall call) {
    if (strikes(30)) {
      users.act(mailbox);
    }
    if (strikes(60)) {
      throw new MailboxBusy(MailboxBusy.Cause.OUTCOME_UNKNOWN, "no answer", Optional.empty());
    }
  }

  /** A call to a port: storage may be cut off, for up to 30 minutes. */
  private void reach(String where) {
    if (where.startsWith("Mailbox.") || where.startsWith("Mailboxes.") || where.startsWith("Crm")) {
      return;
    }
    Instant now = walk.world.clock.instant();
    if (strikes(3000)) {
      storageBack = now.plus(Duration.ofMinutes(1 + walk.random.nextInt(30)));
      walk.strike("storage is cut off until", storageBack.toString());
    }
    if (on && now.isBefore(storageBack)) {
      throw new StorageUnavailable(where, new IllegalStateException("cut off by the walk"));
    }
  }

  /** A message is lost, and the next night makes it good; a full run's only the next full run. */
  private void loseMessage() {
    for (Lane lane : Lane.values()) {
      walk.world
          .queue
          .pairs(lane)
          .takeNext()
          .ifPresent(lost -> walk.strike("lost messages", lost.user() + "/" + lost.contact()));
    }
  }

  private boolean fullRun() {
    return walk.world.runs.latest().filter(run -> run.value().mode() == Run.Mode.FULL).isPresent();
  }

  /** Whether the service refused anything since this was asked last. */
  boolean refused() {
    return refusals.any();
  }

  private boolean strikes(int oneIn) {
    return on && walk.oneIn(oneIn);
  }
}
