package io.crmsync.simulators.graph;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A folder with its contacts in the order of their arrival, indexed. Guarded by the mailbox's lock.
 */
final class Folder {
  private final String id;
  private final String wellKnownName;
  private String displayName;
  private String parentId;
  private final Map<String, StoredContact> contacts = new LinkedHashMap<>();
  private final Map<String, Set<StoredContact>> index = new HashMap<>();

  Folder(String id, String wellKnownName, String displayName, String parentId) {
    this.id = id;
    this.wellKnownName = wellKnownName;
    this.displayName = displayName;
    this.parentId = parentId;
  }

  String id() {
    return id;
  }

  /** {@code contacts}, {@code deleteditems}, or an empty text. */
  String wellKnownName() {
    return wellKnownName;
  }

  String displayName() {
    return displayName;
  }

  String parentId() {
    return parentId;
  }

  void renamed(String newName) {
    displayName = newName;
  }

  void movedBelow(String newParentId) {
    parentId = newParentId;
  }

  Collection<StoredContact> contacts() {
    return contacts.values();
  }

  /** The contacts that have any of the keys, oldest first. */
  List<StoredContact> find(Collection<String> keys) {
    Set<StoredContact> found = new LinkedHashSet<>();
    keys.forEach(key -> found.addAll(index.getOrDefault(key, Set.of())));
    return found.stream().sorted(Comparator.comparing(StoredContact::created)).toList();
  }

  void put(StoredContact contact) {
    contacts.put(contact.id(), contact);
    reindex(contact);
  }

  void remove(StoredContact contact) {
    contacts.remove(contact.id());
    forget(contact);
  }

  void reindex(StoredContact contact) {
    forget(contact);
    contact.indexedAs(IndexKey.all(contact));
    contact
        .indexKeys()
        .forEach(key -> index.computeIfAbsent(key, any -> new LinkedHashSet<>()).add(contact));
  }

  private void forget(StoredContact contact) {
    for (String key : contact.indexKeys()) {
      Set<StoredContact> entries = index.getOrDefault(key, Set.of());
      if (entries.size() == 1 && entries.contains(contact)) {
        index.remove(key);
      } else if (!entries.isEmpty()) {
        entries.remove(contact);
      }
    }
    contact.indexedAs(Set.of());
  }
}
