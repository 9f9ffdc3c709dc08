package io.crmsync.sync.removal;

import io.crmsync.domain.audience.AudiencePolicy;
import io.crmsync.domain.audience.Directory;
import io.crmsync.domain.contact.UserId;
import io.crmsync.domain.pair.Link;
import io.crmsync.domain.removal.Hold;
import io.crmsync.domain.removal.OpenRemoval;
import io.crmsync.domain.run.Run;
import io.crmsync.domain.run.Run.Phase;
import io.crmsync.domain.run.Run.Status;
import io.crmsync.domain.run.RunCounts;
import io.crmsync.sync.port.DirectoryStore;
import io.crmsync.sync.port.PairStore;
import io.crmsync.sync.port.RunStore;
import io.crmsync.sync.snapshot.PastRuns;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The end of a run: counts all removals that are open, its own and those that earlier runs hold,
 * asks the guard (R18), and releases them or keeps them as a list that waits for an admin.
 */
public final class RemovalStep {
  private final OpenRemovals removals;
  private final HeldLists older;
  private final PairStore pairs;
  private final DirectoryStore directories;
  private final LastTrustedRun lastTrusted;
  private final AudiencePolicy audience;
  private final AskGuard guard;
  private final Clock clock;

  RemovalStep(
      OpenRemovals removals,
      HeldLists older,
      PairStore pairs,
      DirectoryStore directories,
      RunStore runs,
      AskGuard guard,
      AudiencePolicy audience,
      Clock clock) {
    this.removals = removals;
    this.older = older;
    this.pairs = pairs;
    this.directories = directories;
    this.audience = audience;
    this.guard = guard;
    this.lastTrusted = new LastTrustedRun(guard.rules(), new PastRuns(runs));
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
    long count = AskGuard.sum(open);
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
    long count = AskGuard.sum(open);
    if (count == 0) {
      return Optional.empty();
    }
    return lastTrusted
        .distrusted(run, directory)
        .or(() -> guard.tooMuch(open, directory, run.startedAt(), users -> strays(run, users)))
        .or(() -> notAsked(run));
  }

  /** R23: who was not asked for may be there. */
  private static Optional<Hold> notAsked(Run run) {
    long contacts = run.counts().get(RunCounts.CONTACTS_NOT_ASKED);
    return contacts > 0 ? Optional.of(Hold.notAsked(contacts)) : Optional.empty();
  }

  /** The marked copies of these users that belonged to no pair until the run found them. */
  private Map<UserId, Long> strays(Run run, Set<UserId> users) {
    Map<UserId, Long> found = new HashMap<>();
    removals.forEachHeld(
        run.runId(),
        removal -> {
          if (users.contains(removal.user()) && linkedSince(run.startedAt(), removal)) {
            found.merge(removal.user(), 1L, Long::sum);
          }
        });
    return found;
  }

  private boolean linkedSince(Instant start, OpenRemoval removal) {
    return pairs
        .find(removal.pair())
        .value()
        .link()
        .map(Link::since)
        .filter(since -> !since.isBefore(start))
        .isPresent();
  }

  /** What a run counts that holds so many removals. */
  public static RunCounts held(Hold why, long removals) {
    RunCounts held = RunCounts.NONE.with(RunCounts.REMOVALS_HELD, removals);
    return why.doubtsReading() ? held.with(RunCounts.READING_DOUBTED, 1) : held;
  }

  /** Releases what was judged; repeated after a crash, it sends what may not be sent. */
  public Run release(Run run) {
    long released = removals.releaseHeld(run.runId());
    return run.counted(RunCounts.NONE.with(RunCounts.REMOVALS_QUEUED, released))
        .ended(Status.COMPLETED, "", clock.instant());
  }
}
