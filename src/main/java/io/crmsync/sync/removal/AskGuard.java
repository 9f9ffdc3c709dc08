package io.crmsync.sync.removal;

import io.crmsync.domain.audience.Directory;
import io.crmsync.domain.contact.UserId;
import io.crmsync.domain.removal.Hold;
import io.crmsync.domain.removal.RemovalGuard;
import io.crmsync.domain.removal.RemovalGuard.MailboxLoss;
import io.crmsync.sync.port.PairStore;
import io.crmsync.sync.port.SyncSettings;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Asks the guard how much would go (R18, a and c): of a run and of a change notice the same
 * question, before anything is released.
 */
public final class AskGuard {
  private final RemovalGuard guard;
  private final PairStore pairs;

  AskGuard(SyncSettings settings, PairStore pairs) {
    this.guard = new RemovalGuard(settings.removalLimit(), settings.removalLimitPercent());
    this.pairs = pairs;
  }

  /** The rules themselves, with this instance's limits. */
  public RemovalGuard rules() {
    return guard;
  }

  /**
   * Whether too much would go, of all or of one mailbox.
   *
   * @param open how many removals wait for each user
   * @param directory says who is active
   * @param asOf when the run began or the notice came: pairs that were linked before count
   * @param strays of these users, how many marked copies lie in the mailbox that belonged to no
   *     pair then; asked only where it may decide
   * @return why the removals wait; empty: they may go
   */
  public Optional<Hold> tooMuch(
      Map<UserId, Long> open,
      Directory directory,
      Instant asOf,
      Function<Set<UserId>, Map<UserId, Long>> strays) {
    return guard
        .tooMany(sum(open), pairs.linkedBefore(asOf))
        .or(() -> mailboxHalved(open, directory, asOf, strays));
  }

  private Optional<Hold> mailboxHalved(
      Map<UserId, Long> open,
      Directory directory,
      Instant asOf,
      Function<Set<UserId>, Map<UserId, Long>> strays) {
    List<MailboxLoss> most =
        open.entrySet().stream()
            .map(each -> loss(each.getKey(), each.getValue(), directory, asOf))
            .filter(MailboxLoss::most) // with strays, what lies there can only be more
            .toList();
    if (most.isEmpty()) {
      return Optional.empty();
    }
    Map<UserId, Long> more =
        strays.apply(most.stream().map(MailboxLoss::user).collect(Collectors.toUnmodifiableSet()));
    return most.stream()
        .map(loss -> loss.withMore(more.getOrDefault(loss.user(), 0L)))
        .flatMap(loss -> guard.halves(loss).stream())
        .findFirst();
  }

  private MailboxLoss loss(UserId user, long removals, Directory directory, Instant asOf) {
    return new MailboxLoss(user, directory.active(user), removals, pairs.linkedBefore(user, asOf));
  }

  /** How many they are in all. */
  public static long sum(Map<UserId, Long> open) {
    return open.values().stream().mapToLong(Long::longValue).sum();
  }
}
