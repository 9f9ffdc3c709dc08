package io.crmsync.sync.snapshot;

import io.crmsync.domain.audience.Entitlement;
import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.UserId;
import io.crmsync.domain.removal.Due;
import io.crmsync.domain.snapshot.ContactChange;
import io.crmsync.domain.snapshot.StoredContact;
import io.crmsync.domain.snapshot.StoredContact.News;
import io.crmsync.domain.version.Version;
import io.crmsync.domain.version.Versioned;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * One contact as the join of page and snapshot found it.
 *
 * @param entitlement to what was read, in the present directory
 * @param version of the stored row that was compared
 * @param due the unfinished business of its pairs
 * @param again whether it counts as new although nothing changed (a full run)
 * @param left users whose pair was queued before and is still to be reconciled; empty: nobody
 *     searched for them
 */
public record RecordedContact(
    ContactChange change,
    Entitlement entitlement,
    Version version,
    List<Due> due,
    boolean again,
    Optional<Set<UserId>> left) {
  public RecordedContact {
    due = List.copyOf(due);
    left = left.map(Set::copyOf);
  }

  /** One whose open pairs nobody searched for. */
  RecordedContact(
      ContactChange change,
      Entitlement entitlement,
      Version version,
      List<Due> due,
      boolean again) {
    this(change, entitlement, version, due, again, Optional.empty());
  }

  /** The same, with the users whose pair is still to be reconciled. */
  RecordedContact withLeft(Set<UserId> users) {
    return new RecordedContact(change, entitlement, version, due, again, Optional.of(users));
  }

  /**
   * Those who are to have it and of whose pair nobody speaks now: it is not queued anew, nor does
   * it wait for another try.
   */
  Set<UserId> toldBefore() {
    return change.next().audience().stream()
        .filter(user -> !change.toQueue().contains(user))
        .filter(user -> dueOf(user).flatMap(Due::retryAt).isEmpty())
        .collect(Collectors.toSet());
  }

  /** The users whose pair is to be queued: anew, or because its message may be lost. */
  public NavigableSet<UserId> toQueue() {
    NavigableSet<UserId> users = new TreeSet<>(change.toQueue());
    left.ifPresent(users::addAll);
    return users;
  }

  /** Whether attempts at its pairs that were queued before are still awaited. */
  boolean awaitsEarlierAttempts() {
    return left.isEmpty() && change.next().awaitsAttempts();
  }

  /** Whether its row is to be stored. */
  public boolean toStore() {
    return changed() || change.kind() == ContactChange.Kind.CONFIRMED;
  }

  /** Whether it is new, or something of it or of who is to have it changed. */
  public boolean changed() {
    return change.kind() == ContactChange.Kind.CHANGED;
  }

  /** Whether the record itself changed: not only who is to have it. */
  boolean recordChanged() {
    return changed() && change.next().news() == News.RECORD;
  }

  public boolean outdated() {
    return change.kind() == ContactChange.Kind.OUTDATED;
  }

  Versioned<StoredContact> row() {
    return new Versioned<>(change.next(), version);
  }

  boolean entitled(UserId user) {
    return change.next().audience().contains(user);
  }

  ContactId id() {
    return change.next().id();
  }

  Optional<Due> dueOf(UserId user) {
    return due.stream().filter(each -> each.user().equals(user)).findFirst();
  }
}
