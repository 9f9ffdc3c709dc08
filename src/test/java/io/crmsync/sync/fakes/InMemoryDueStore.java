package io.crmsync.sync.fakes;

import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.UserId;
import io.crmsync.domain.snapshot.OpenRemoval;
import io.crmsync.domain.snapshot.OpenRemoval.State;
import io.crmsync.sync.port.Due;
import io.crmsync.sync.port.DueStore;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Unfinished business in a sorted map. Thread-safe. */
public final class InMemoryDueStore implements DueStore {
  private final NavigableMap<ContactId, NavigableMap<UserId, Due>> rows = new TreeMap<>();

  /** The table is lost: empty, as if it had just been made. */
  public synchronized void lose() {
    rows.clear();
  }

  @Override
  public synchronized List<Due> range(Optional<ContactId> after, Optional<ContactId> upTo) {
    return KeyRange.of(rows, after, upTo).values().stream()
        .flatMap(ofContact -> ofContact.values().stream())
        .toList();
  }

  @Override
  public synchronized List<Due> of(ContactId contact) {
    return List.copyOf(rowsOf(contact).values());
  }

  @Override
  public synchronized Optional<Due> find(ContactId contact, UserId user) {
    return Optional.ofNullable(rowsOf(contact).get(user));
  }

  @Override
  public synchronized void put(Collection<Due> written) {
    written.forEach(due -> rowsOf(due.contact()).put(due.user(), due));
  }

  @Override
  public synchronized void delete(Collection<Due> done) {
    done.forEach(due -> rowsOf(due.contact()).remove(due.user()));
  }

  /** Walks over a copy, so that what is called may write. */
  @Override
  public void forEach(Consumer<Due> each) {
    range(Optional.empty(), Optional.empty()).forEach(each);
  }

  @Override
  public List<OpenRemoval> heldBy(String run, Optional<Place> after, int limit) {
    return range(Optional.empty(), Optional.empty()).stream()
        .flatMap(due -> due.removal().stream())
        .filter(removal -> removal.state() == State.HELD && removal.run().equals(run))
        .filter(removal -> after.map(place -> behind(place, removal)).orElse(true))
        .limit(limit)
        .toList();
  }

  private static boolean behind(Place place, OpenRemoval removal) {
    int byContact = removal.contact().compareTo(place.contact());
    return byContact > 0 || (byContact == 0 && removal.user().compareTo(place.user()) > 0);
  }

  private NavigableMap<UserId, Due> rowsOf(ContactId contact) {
    return rows.computeIfAbsent(contact, absent -> new TreeMap<>());
  }
}
