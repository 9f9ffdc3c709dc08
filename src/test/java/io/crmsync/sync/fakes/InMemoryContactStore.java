package io.crmsync.sync.fakes;

import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.snapshot.StoredContact;
import io.crmsync.domain.version.Version;
import io.crmsync.domain.version.Versioned;
import io.crmsync.sync.port.ContactStore;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** The snapshot in a sorted map. Thread-safe. */
public final class InMemoryContactStore implements ContactStore {
  private final NavigableMap<ContactId, Versioned<StoredContact>> rows = new TreeMap<>();
  private final Etags etags = new Etags();

  /** The table is lost: empty, as if it had just been made. */
  public synchronized void lose() {
    rows.clear();
  }

  @Override
  public synchronized List<Versioned<StoredContact>> range(
      Optional<ContactId> after, Optional<ContactId> upTo) {
    return List.copyOf(KeyRange.of(rows, after, upTo).values());
  }

  @Override
  public synchronized Optional<Versioned<StoredContact>> find(ContactId id) {
    return Optional.ofNullable(rows.get(id));
  }

  @Override
  public synchronized Map<ContactId, StoredContact> findAll(Collection<ContactId> ids) {
    Map<ContactId, StoredContact> found = new LinkedHashMap<>();
    ids.forEach(id -> find(id).ifPresent(row -> found.put(id, row.value())));
    return found;
  }

  @Override
  public synchronized Map<ContactId, Version> write(Collection<Versioned<StoredContact>> written) {
    if (written.stream().map(row -> row.value().id()).distinct().count() < written.size()) {
      throw new IllegalArgumentException("a contact is to be written twice at once");
    }
    Map<ContactId, Version> versions = new LinkedHashMap<>();
    for (Versioned<StoredContact> row : written) {
      ContactId id = row.value().id();
      if (Etags.holds(rows.get(id), row.version())) {
        Versioned<StoredContact> stored = etags.stamp(row.value());
        rows.put(id, stored);
        versions.put(id, stored.version());
      }
    }
    return versions;
  }

  @Override
  public synchronized void delete(ContactId id, Version version) {
    if (Etags.holds(rows.get(id), version)) {
      rows.remove(id);
    }
  }
}
