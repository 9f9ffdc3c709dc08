package io.crmsync.sync.sweep;

import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.PairId;
import io.crmsync.domain.contact.UserId;
import io.crmsync.domain.pair.Claim;
import io.crmsync.domain.pair.Link;
import io.crmsync.domain.pair.Pair;
import io.crmsync.domain.removal.Due;
import io.crmsync.sync.mailbox.MailboxFolders;
import io.crmsync.sync.port.DueStore;
import io.crmsync.sync.port.PairStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** After an uninstall: the rows no longer tell of copies that are no longer ours, or are gone. */
final class ForgetCopies {
  private static final int AT_ONCE = 1_000;

  private final PairStore pairs;
  private final DueStore due;
  private final MailboxFolders folders;
  private final Clock clock;

  ForgetCopies(PairStore pairs, DueStore due, MailboxFolders folders, Clock clock) {
    this.pairs = pairs;
    this.due = due;
    this.folders = folders;
    this.clock = clock;
  }

  /**
   * How long what somebody did in the user's mailbox may still be on its way, or not be found yet;
   * empty: nothing is.
   */
  Optional<Duration> claimedFor(UserId user) {
    Instant now = clock.instant();
    return withCopies(user).stream()
        .flatMap(pair -> pair.claim().stream())
        .map(Claim::quietFrom)
        .filter(now::isBefore)
        .map(quiet -> Duration.between(now, quiet).plusSeconds(1))
        .max(Comparator.naturalOrder());
  }

  /**
   * All pairs of the user that have a copy begin anew.
   *
   * @param but these, whose copies are still there
   */
  void copiesOf(UserId user, Set<ContactId> but) {
    folders.forget(user);
    withCopies(user).stream()
        .map(Pair::contact)
        .filter(contact -> !but.contains(contact))
        .forEach(contact -> forget(new PairId(user, contact)));
  }

  private List<Pair> withCopies(UserId user) {
    List<Pair> found = new ArrayList<>();
    Optional<ContactId> after = Optional.empty();
    List<Pair> page;
    do {
      page = pairs.ofUser(user, after, AT_ONCE);
      page.stream().filter(Pair::mayHaveCopy).forEach(found::add);
      after = page.stream().reduce((one, next) -> next).map(Pair::contact);
    } while (page.size() == AT_ONCE);
    return found;
  }

  private void forget(PairId id) {
    pairs.change(id, this::begunAnew);
  }

  /** The reservation goes first: whoever is killed in between finds the pair as it was. */
  private Pair begunAnew(Pair pair) {
    if (!pair.mayHaveCopy()) {
      return pair;
    }
    pair.link()
        .filter(link -> link.origin() == Link.Origin.ADOPTED)
        .ifPresent(link -> pairs.releaseAdoption(pair.user(), link.outlookId()));
    return pair.begunAnew();
  }

  /** Removals of which nothing is left to remove. */
  void removalsWithoutCopies() {
    due.forEach(
        row -> {
          if (row.removal().isPresent() && !pairs.find(row.pair()).value().mayHaveCopy()) {
            strike(row);
          }
        });
  }

  /** One that was changed meanwhile is somebody else's. */
  private void strike(Due row) {
    due.write(List.of(row.with(Optional.empty())));
  }
}
