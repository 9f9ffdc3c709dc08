package io.crmsync.sync.removal;

import io.crmsync.domain.audience.AudiencePolicy;
import io.crmsync.domain.audience.Directory;
import io.crmsync.domain.contact.UserId;
import io.crmsync.domain.removal.RemovalGuard;
import io.crmsync.domain.removal.RemovalGuard.Hold;
import io.crmsync.domain.run.Run;
import io.crmsync.domain.run.Run.Phase;
import io.crmsync.domain.run.Run.Status;
import io.crmsync.domain.run.RunCounts;
import io.crmsync.sync.port.DirectoryStore;
import io.crmsync.sync.port.PairStore;
import io.crmsync.sync.port.RunStore;
import io.crmsync.sync.port.SyncSettings;
import io.crmsync.sync.snapshot.PastRuns;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/**
 * The end of a run: counts all removals that are open, its own and those that earlier runs hold,
 * asks the guard (R18), and releases them or keeps them as a list that waits for an admin.
 */
public final class RemovalStep {
  private final OpenRemovals removals;
  private final HeldLists older;
  private final PairStore pairs;
  private final DirectoryStore directories;
  private final Yardstick yardstick;
  private final AudiencePolicy audience;
  private final RemovalGuard guard;
  private final MailboxLosses losses;
  private final Clock clock;

  public RemovalStep(
      OpenRemovals removals,
      HeldLists older,
      PairStore pairs,
      DirectoryStore directories,
      RunStore runs,
      SyncSettings settings,
      Clock clock) {
    this.removals = removals;
    this.older = older;
    this.pairs = pairs;
    this.directories = directories;
    this.audience = settings.audience();
    this.guard = new RemovalGuard(settings.removalLimit(), settings.removalLimitPercent());
    this.losses = new MailboxLosses(removals, pairs, guard);
    this.yardstick = new Yardstick(guard, new PastRuns(runs));
    this.clock = clock;
  }

  /**
   * Decides; the list is released by the next step, or stays held. It becomes the run's own before
   * it is counted, so that nothing is released which was not counted: what is proposed from now on
   * waits for the next run.
   */
  public Run judge(Run run) {
    older.takeOver(run);
    Directory directory = directories.latest().orElseThrow();
    removals.hold(run.runId(), user -> audience.reaches(user, directory));
    Map<UserId, Long> open = removals.heldByUser(run.runId());
    long count = sum(open);
    if (count == 0) {
      return run.ended(Status.COMPLETED, "", clock.instant());
    }
    Optional<Hold> hold = hold(run, open, directory);
    if (hold.isEmpty()) {
      return run.advanced(Phase.RELEASE, "", RunCounts.NONE, clock.instant());
    }
    Run counted = run.counted(held(hold.get(), count));
    return counted.ended(Status.REMOVALS_HELD, hold.get().words(), clock.instant());
  }

  /**
   * The guard's verdict on a run.
   *
   * @param open how many removals wait for each user
   * @param directory by which the pages were joined last
   * @return why they are to wait; empty: they may be carried out, or there are none
   */
  public Optional<Hold> hold(Run run, Map<UserId, Long> open, Directory directory) {
    long count = sum(open);
    if (count == 0) {
      return Optional.empty();
    }
    return yardstick
        .distrusted(run, directory)
        .or(() -> guard.tooMany(count, pairs.linkedBefore(run.startedAt())))
        .or(() -> losses.judge(run, open, directory))
        .or(() -> notAsked(run));
  }

  /** R23: who was not asked for may be there. */
  private static Optional<Hold> notAsked(Run run) {
    return run.counts().get(RunCounts.CONTACTS_NOT_ASKED) > 0
        ? Optional.of(Hold.NOT_ASKED)
        : Optional.empty();
  }

  /** What a run counts that holds so many removals. */
  public static RunCounts held(Hold why, long removals) {
    RunCounts held = RunCounts.NONE.with(RunCounts.REMOVALS_HELD, removals);
    return why.doubtsReading() ? held.with(RunCounts.READING_DOUBTED, 1) : held;
  }

  public static long sum(Map<UserId, Long> open) {
    return open.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Releases what was judged; repeated after a crash, it sends what may not be sent. */
  public Run release(Run run) {
    long released = removals.releaseHeld(run.runId());
    return run.counted(RunCounts.NONE.with(RunCounts.REMOVALS_QUEUED, released))
        .ended(Status.COMPLETED, "", clock.instant());
  }
}
