package io.crmsync.sync.walk;

import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.UserId;
import io.crmsync.domain.plan.Claim;
import io.crmsync.domain.plan.Link;
import io.crmsync.domain.plan.Pair;
import io.crmsync.sync.mailbox.MailboxFolders;
import io.crmsync.sync.port.Due;
import io.crmsync.sync.port.DueStore;
import io.crmsync.sync.port.PairStore;
import io.crmsync.sync.port.StaleWrite;
import io.crmsync.sync.port.Versioned;
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
        .forEach(contact -> forget(user, contact));
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

  private void forget(UserId user, ContactId contact) {
    Versioned<Pair> stored = pairs.find(user, contact);
    if (!stored.value().mayHaveCopy()) {
      return;
    }
    stored
        .value()
        .link()
        .filter(link -> link.origin() == Link.Origin.ADOPTED)
        .ifPresent(link -> pairs.releaseAdoption(user, link.outlookId()));
    try {
      pairs.write(stored.with(stored.value().begunAnew()));
    } catch (StaleWrite e) {
      forget(user, contact);
    }
  }

  /** Removals of which nothing is left to remove. */
  void removalsWithoutCopies() {
    due.forEach(
        row -> {
          if (row.removal().isPresent()
              && !pairs.find(row.user(), row.contact()).value().mayHaveCopy()) {
            strike(row);
          }
        });
  }

  /** One that was changed meanwhile is somebody else's. */
  private void strike(Due row) {
    due.write(List.of(row.with(Optional.empty())));
  }
}
