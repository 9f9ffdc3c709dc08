package io.crmsync.sync.removal;

import io.crmsync.domain.audience.Directory;
import io.crmsync.domain.removal.Hold;
import io.crmsync.domain.removal.RemovalGuard;
import io.crmsync.domain.removal.RemovalGuard.Census;
import io.crmsync.domain.removal.RemovalGuard.RunComparison;
import io.crmsync.domain.run.Run;
import io.crmsync.domain.run.Run.Status;
import io.crmsync.sync.snapshot.PastRuns;
import java.util.List;
import java.util.Optional;

/**
 * What a run is measured by (R18, b): the last one that was itself believed. One whose removals
 * were held because it saw far less than the one before it is no measure, nor is a quiet one after
 * it that sees as little: or a broken CRM would be trusted from its second night on. An admin who
 * releases those removals says thereby that so much is all there is.
 */
final class LastTrustedRun {
  private final RemovalGuard guard;
  private final PastRuns past;

  LastTrustedRun(RemovalGuard guard, PastRuns past) {
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
    Census read = PastRuns.census(run);
    Census seen =
        new Census(
            read.contacts(),
            read.activeContacts(),
            Math.min(read.activeUsers(), directory.activeUsers()),
            Math.min(read.groups(), directory.groups().size()));
    return guard.distrusts(new RunComparison(seen, lastBelieved(run)));
  }

  private Optional<Census> lastBelieved(Run run) {
    List<Run> newestFirst = past.whole(run);
    Optional<Census> believed = Optional.empty();
    boolean doubted = false;
    for (int i = newestFirst.size() - 1; i >= 0; i--) {
      Run older = newestFirst.get(i);
      Census saw = PastRuns.census(older);
      boolean shrunken = guard.distrusts(new RunComparison(saw, believed)).isPresent();
      doubted = shrunken && (doubted || held(older)) && !released(older);
      believed = doubted ? believed : Optional.of(saw);
    }
    return believed;
  }

  /** Still; or until a later run took its list over, or an admin discarded it. */
  private static boolean held(Run run) {
    return switch (run.status()) {
      case REMOVALS_HELD, REMOVALS_DISCARDED, SUPERSEDED -> true;
      case RUNNING, COMPLETED, REMOVALS_RELEASED, FAILED -> false;
    };
  }

  private static boolean released(Run run) {
    return run.status() == Status.REMOVALS_RELEASED;
  }
}
