package io.crmsync.sync.fakes;

import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.PairId;
import io.crmsync.domain.contact.UserId;
import io.crmsync.sync.port.SyncListStore;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The synchronization lists in a sorted map. Thread-safe. */
public final class InMemorySyncListStore implements SyncListStore {
  private final NavigableMap<ContactId, Set<UserId>> rows = new TreeMap<>();

  /** The table is lost: empty, as if it had just been made. */
  public synchronized void lose() {
    rows.clear();
  }

  @Override
  public synchronized Map<ContactId, Set<UserId>> range(
      Optional<ContactId> after, Optional<ContactId> upTo) {
    Map<ContactId, Set<UserId>> found = new LinkedHashMap<>();
    KeyRange.of(rows, after, upTo)
        .forEach((contact, users) -> found.put(contact, Set.copyOf(users)));
    return found;
  }

  @Override
  public synchronized Set<UserId> of(ContactId contact) {
    return Set.copyOf(rows.getOrDefault(contact, Set.of()));
  }

  @Override
  public synchronized boolean contains(PairId pair) {
    return of(pair.contact()).contains(pair.user());
  }

  @Override
  public synchronized Set<ContactId> listedBy(UserId user, Collection<ContactId> contacts) {
    return contacts.stream()
        .filter(contact -> contains(new PairId(user, contact)))
        .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public synchronized void add(PairId pair) {
    rows.computeIfAbsent(pair.contact(), absent -> new TreeSet<>()).add(pair.user());
  }

  @Override
  public synchronized boolean remove(PairId pair) {
    Set<UserId> users = rows.getOrDefault(pair.contact(), new TreeSet<>());
    boolean removed = users.remove(pair.user());
    if (users.isEmpty()) {
      rows.remove(pair.contact());
    }
    return removed;
  }
}
