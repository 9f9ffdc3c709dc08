package io.crmsync.sync.notice;

import io.crmsync.domain.audience.Directory;
import io.crmsync.domain.contact.UserId;
import io.crmsync.domain.snapshot.NoticeLimits;
import io.crmsync.domain.snapshot.RemovalGuard;
import io.crmsync.domain.snapshot.RemovalGuard.Hold;
import io.crmsync.domain.snapshot.RemovalGuard.Toll;
import io.crmsync.sync.port.DirectoryStore;
import io.crmsync.sync.port.Due;
import io.crmsync.sync.port.PairStore;
import io.crmsync.sync.port.SyncSettings;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Asks the guard about the removals of a change notice that is not small (R18, (a) and (c)). */
public final class NoticeGuard {
  private final PairStore pairs;
  private final DirectoryStore directories;
  private final RemovalGuard guard;

  public NoticeGuard(PairStore pairs, DirectoryStore directories, SyncSettings settings) {
    this.pairs = pairs;
    this.directories = directories;
    this.guard = new RemovalGuard(settings.removalLimit(), settings.removalLimitPercent());
  }

  /**
   * Why the removals wait; empty: they may go.
   *
   * @param contacts how many the notice names
   * @param waiting its removals that were not released yet
   * @param asOf when the notice came: what was linked before counts
   */
  Optional<Hold> judge(int contacts, List<Due> waiting, Instant asOf) {
    if (!NoticeLimits.guarded(contacts) || waiting.isEmpty()) {
      return Optional.empty();
    }
    return guard
        .tooMany(waiting.size(), pairs.linkedBefore(asOf))
        .or(() -> anyMailboxHalved(waiting, asOf));
  }

  private Optional<Hold> anyMailboxHalved(List<Due> waiting, Instant asOf) {
    Directory directory = directories.latest().orElseThrow();
    Map<UserId, Long> counts =
        waiting.stream().collect(Collectors.groupingBy(Due::user, Collectors.counting()));
    return counts.entrySet().stream()
        .map(
            each ->
                new Toll(
                    directory.active(each.getKey()),
                    each.getValue(),
                    pairs.linkedBefore(each.getKey(), asOf)))
        .flatMap(toll -> guard.halves(toll).stream())
        .findFirst();
  }
}
