package io.crmsync.sync.fakes;

import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.UserId;
import io.crmsync.domain.snapshot.OpenRemoval;
import io.crmsync.domain.snapshot.OpenRemoval.State;
import io.crmsync.sync.port.Due;
import io.crmsync.sync.port.DueStore;
import io.crmsync.sync.port.Version;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Unfinished business in a sorted map. Thread-safe. */
public final class InMemoryDueStore implements DueStore {
  private final NavigableMap<ContactId, NavigableMap<UserId, Due>> rows = new TreeMap<>();
  private long writes;

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
  public synchronized Set<Place> write(Collection<Due> written) {
    Set<Place> overtaken = new HashSet<>();
    for (Due due : written) {
      if (!version(due.contact(), due.user()).equals(due.version())) {
        overtaken.add(due.place());
      } else if (due.isDone()) {
        rowsOf(due.contact()).remove(due.user());
      } else {
        rowsOf(due.contact()).put(due.user(), stored(due));
      }
    }
    return overtaken;
  }

  private Version version(ContactId contact, UserId user) {
    return find(contact, user).map(Due::version).orElse(Version.ABSENT);
  }

  private Due stored(Due due) {
    Version next = new Version(Long.toString(++writes));
    return new Due(due.contact(), due.user(), due.removal(), due.retryAt(), due.refusals(), next);
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
