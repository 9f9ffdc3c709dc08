package io.crmsync.sync.removal;

import io.crmsync.domain.audience.Directory;
import io.crmsync.domain.contact.UserId;
import io.crmsync.domain.pair.Link;
import io.crmsync.domain.removal.RemovalGuard;
import io.crmsync.domain.removal.RemovalGuard.Hold;
import io.crmsync.domain.removal.RemovalGuard.Toll;
import io.crmsync.domain.run.Run;
import io.crmsync.sync.port.PairStore;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What mailboxes would lose, beside what lies in them (R18, c): the pairs that were linked when the
 * run began, and the marked copies that belonged to no pair until the run found them.
 */
final class MailboxLosses {
  private final OpenRemovals removals;
  private final PairStore pairs;
  private final RemovalGuard guard;

  MailboxLosses(OpenRemovals removals, PairStore pairs, RemovalGuard guard) {
    this.removals = removals;
    this.pairs = pairs;
    this.guard = guard;
  }

  /**
   * Whether any mailbox would lose too much.
   *
   * @param open how many removals wait for each user
   */
  Optional<Hold> judge(Run run, Map<UserId, Long> open, Directory directory) {
    Map<UserId, Toll> tolls = new HashMap<>();
    open.forEach((user, count) -> tolls.put(user, toll(run, user, count, directory)));
    tolls.values().removeIf(toll -> !mayBeMost(toll));
    if (!tolls.isEmpty()) {
      addStrays(run, tolls);
    }
    return tolls.values().stream().flatMap(toll -> guard.halves(toll).stream()).findFirst();
  }

  private Toll toll(Run run, UserId user, long count, Directory directory) {
    return new Toll(directory.active(user), count, pairs.linkedBefore(user, run.startedAt()));
  }

  /** However many of them are strays: what lies there can only be more. */
  private static boolean mayBeMost(Toll toll) {
    return toll.userActive() && toll.removals() * 2 > toll.copies();
  }

  private void addStrays(Run run, Map<UserId, Toll> tolls) {
    removals.forEachHeld(
        run.runId(),
        removal -> {
          boolean stray =
              tolls.containsKey(removal.user())
                  && pairs
                      .find(removal.pair())
                      .value()
                      .link()
                      .map(Link::since)
                      .filter(since -> !since.isBefore(run.startedAt()))
                      .isPresent();
          if (stray) {
            tolls.computeIfPresent(removal.user(), (user, toll) -> toll.withOneMore());
          }
        });
  }
}
