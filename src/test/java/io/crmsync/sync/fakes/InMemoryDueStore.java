package io.crmsync.sync.fakes;

import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.PairId;
import io.crmsync.domain.contact.UserId;
import io.crmsync.domain.removal.Due;
import io.crmsync.domain.removal.OpenRemoval;
import io.crmsync.domain.removal.OpenRemoval.State;
import io.crmsync.domain.version.Version;
import io.crmsync.sync.port.DueStore;
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
  public synchronized Optional<Due> find(PairId pair) {
    return Optional.ofNullable(rowsOf(pair.contact()).get(pair.user()));
  }

  @Override
  public synchronized Set<PairId> write(Collection<Due> written) {
    Set<PairId> overtaken = new HashSet<>();
    for (Due due : written) {
      if (!version(due.pair()).equals(due.version())) {
        overtaken.add(due.pair());
      } else if (due.isDone()) {
        rowsOf(due.contact()).remove(due.user());
      } else {
        rowsOf(due.contact()).put(due.user(), stored(due));
      }
    }
    return overtaken;
  }

  private Version version(PairId pair) {
    return find(pair).map(Due::version).orElse(Version.ABSENT);
  }

  private Due stored(Due due) {
    Version next = new Version(Long.toString(++writes));
    return new Due(due.pair(), due.removal(), due.retryAt(), due.refusals(), next);
  }

  /** Walks over a copy, so that what is called may write. */
  @Override
  public void forEach(Consumer<Due> each) {
    range(Optional.empty(), Optional.empty()).forEach(each);
  }

  @Override
  public List<OpenRemoval> heldBy(String run, Optional<PairId> after, int limit) {
    return range(Optional.empty(), Optional.empty()).stream()
        .flatMap(due -> due.removal().stream())
        .filter(removal -> removal.state() == State.HELD && removal.run().equals(run))
        .filter(
            removal ->
                after.map(last -> PairId.BY_CONTACT.compare(removal.pair(), last) > 0).orElse(true))
        .limit(limit)
        .toList();
  }

  private NavigableMap<UserId, Due> rowsOf(ContactId contact) {
    return rows.computeIfAbsent(contact, absent -> new TreeMap<>());
  }
}
