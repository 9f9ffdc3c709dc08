package io.crmsync.sync.snapshot;

import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.UserId;
import io.crmsync.domain.removal.Due;
import io.crmsync.domain.snapshot.StoredContact;
import io.crmsync.domain.version.Versioned;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What is stored of a range of contacts.
 *
 * @param due all unfinished business of the range
 */
public record StoredRange(TreeMap<ContactId, Versioned<StoredContact>> contacts, List<Due> due) {
  Optional<Versioned<StoredContact>> row(ContactId id) {
    return Optional.ofNullable(contacts.get(id));
  }

  List<StoredContact> inOrder() {
    return contacts.values().stream().map(Versioned::value).toList();
  }

  /** The users who are to lose this contact, and may have it still. */
  Set<UserId> losing(ContactId id) {
    return losing(due.stream().filter(row -> row.contact().equals(id)).toList());
  }

  /** The users who are to lose the contact whose due rows these are, and may have it still. */
  static Set<UserId> losing(List<Due> ofContact) {
    return ofContact.stream()
        .filter(row -> row.removal().isPresent())
        .map(Due::user)
        .collect(Collectors.toUnmodifiableSet());
  }
}
