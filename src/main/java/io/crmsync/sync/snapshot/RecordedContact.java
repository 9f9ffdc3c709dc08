package io.crmsync.sync.snapshot;

import io.crmsync.domain.audience.Entitlement;
import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.UserId;
import io.crmsync.domain.snapshot.ContactChange;
import io.crmsync.domain.snapshot.StoredContact;
import io.crmsync.domain.snapshot.StoredContact.News;
import io.crmsync.sync.port.Due;
import io.crmsync.sync.port.Version;
import io.crmsync.sync.port.Versioned;
import java.util.List;
import java.util.Optional;

/**
 * One contact as the join of page and snapshot found it.
 *
 * @param entitlement to what was read, in the present directory
 * @param version of the stored row that was compared
 * @param due the unfinished business of its pairs
 * @param again whether it counts as new although nothing changed (a full run)
 */
public record RecordedContact(
    ContactChange change, Entitlement entitlement, Version version, List<Due> due, boolean again) {
  public RecordedContact {
    due = List.copyOf(due);
  }

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
