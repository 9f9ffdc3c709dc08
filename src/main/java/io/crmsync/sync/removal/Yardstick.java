package io.crmsync.sync.removal;

import io.crmsync.domain.audience.Directory;
import io.crmsync.domain.snapshot.RemovalGuard;
import io.crmsync.domain.snapshot.RemovalGuard.Census;
import io.crmsync.domain.snapshot.RemovalGuard.Hold;
import io.crmsync.domain.snapshot.RemovalGuard.Sight;
import io.crmsync.sync.port.Run;
import io.crmsync.sync.port.Run.Status;
import io.crmsync.sync.port.RunCounts;
import io.crmsync.sync.snapshot.PastRuns;
import java.util.List;
import java.util.Optional;

/**
 * What a run is measured by (R18, b): what the last run saw that was itself believed. One that saw
 * far less than the one before it does not become the measure of the next, or a broken CRM would be
 * trusted from its second night on; unless an admin released its removals, who thereby says that so
 * much is all there is.
 */
final class Yardstick {
  private final RemovalGuard guard;
  private final PastRuns past;

  Yardstick(RemovalGuard guard, PastRuns past) {
    this.guard = guard;
    this.past = past;
  }

  /**
   * Why what the run saw cannot be believed; empty: it can.
   *
   * @param directory by which its pages were joined last: a change notice may have replaced the one
   *     that the run read, and what is missing from either is missing
   */
  Optional<Hold> distrusted(Run run, Directory directory) {
    Census read = census(run.counts());
    Census seen =
        new Census(
            read.contacts(),
            read.activeContacts(),
            Math.min(read.activeUsers(), directory.activeUsers()),
            Math.min(read.groups(), directory.groups().size()));
    return guard.distrusts(new Sight(seen, lastBelieved(run)));
  }

  private Optional<Census> lastBelieved(Run run) {
    List<Run> newestFirst = past.whole(run);
    Optional<Census> believed = Optional.empty();
    for (int i = newestFirst.size() - 1; i >= 0; i--) {
      Run older = newestFirst.get(i);
      Census saw = census(older.counts());
      boolean accepted = older.status() == Status.REMOVALS_RELEASED;
      if (accepted || guard.distrusts(new Sight(saw, believed)).isEmpty()) {
        believed = Optional.of(saw);
      }
    }
    return believed;
  }

  private static Census census(RunCounts counts) {
    return new Census(
        counts.get(RunCounts.CONTACTS_READ),
        counts.get(RunCounts.CONTACTS_ACTIVE),
        counts.get(RunCounts.USERS_ACTIVE),
        counts.get(RunCounts.GROUPS));
  }
}
