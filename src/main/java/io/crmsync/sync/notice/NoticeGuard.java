package io.crmsync.sync.notice;

import io.crmsync.domain.contact.UserId;
import io.crmsync.domain.removal.Due;
import io.crmsync.domain.removal.Hold;
import io.crmsync.domain.removal.NoticeLimits;
import io.crmsync.domain.removal.OpenRemoval;
import io.crmsync.domain.removal.OpenRemoval.State;
import io.crmsync.domain.run.Run;
import io.crmsync.domain.run.RunCounts;
import io.crmsync.domain.version.Versioned;
import io.crmsync.sync.port.DirectoryStore;
import io.crmsync.sync.port.RunStore;
import io.crmsync.sync.removal.AskGuard;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Asks the guard about the removals of a change notice (R18): of one that is not small (a) and (c),
 * of any whether every removal is to wait, and whether a run holds them. Test (b) was asked when
 * users and groups were read.
 */
public final class NoticeGuard {
  /** Why such removals wait. */
  static final String BY_RUN_IN_DOUBT =
      "a run holds them that saw far less than the one before, or has not judged them yet";

  private final RunStore runs;
  private final DirectoryStore directories;
  private final AskGuard guard;

  NoticeGuard(RunStore runs, DirectoryStore directories, AskGuard guard) {
    this.runs = runs;
    this.directories = directories;
    this.guard = guard;
  }

  /**
   * Whether a run holds a removal that doubts what it read, or may still come to: nothing but its
   * own verdict, or an admin's, carries it out. So it is too where the next run is just taking the
   * list over. Costs a look-up for each run that holds any of these.
   */
  Predicate<Due> heldByRunInDoubt(List<Due> leaving) {
    Set<String> inDoubt =
        leaving.stream()
            .flatMap(row -> heldBy(row).stream())
            .distinct()
            .filter(
                run ->
                    runs.find(run).map(Versioned::value).filter(NoticeGuard::inDoubt).isPresent())
            .collect(Collectors.toSet());
    return row -> heldBy(row).filter(inDoubt::contains).isPresent();
  }

  private static Optional<String> heldBy(Due row) {
    return row.removal().filter(removal -> removal.state() == State.HELD).map(OpenRemoval::run);
  }

  private static boolean inDoubt(Run run) {
    return switch (run.status()) {
      case RUNNING -> true;
      case REMOVALS_HELD, SUPERSEDED -> run.counts().get(RunCounts.READING_DOUBTED) > 0;
      case COMPLETED, REMOVALS_RELEASED, REMOVALS_DISCARDED, FAILED -> false;
    };
  }

  /**
   * Why the removals wait; empty: they may go.
   *
   * @param contacts how many the notice names
   * @param waiting its removals that were not released yet
   * @param asOf when the notice came: what was linked before counts
   */
  Optional<Hold> judge(int contacts, List<Due> waiting, Instant asOf) {
    if (!NoticeLimits.guarded(contacts)) {
      return guard.rules().holdsEvery(waiting.size());
    }
    Map<UserId, Long> open =
        waiting.stream().collect(Collectors.groupingBy(Due::user, Collectors.counting()));
    return guard.tooMuch(open, directories.latest().orElseThrow(), asOf, users -> Map.of());
  }
}
