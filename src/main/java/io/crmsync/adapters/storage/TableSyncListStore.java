package io.crmsync.adapters.storage;

import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.PairId;
import io.crmsync.domain.contact.UserId;
import io.crmsync.sync.port.SyncListStore;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** The synchronization lists in the table SyncList: partition the contact, key the user. */
public final class TableSyncListStore implements SyncListStore {
  private final StorageTable table;
  private final Parallel parallel;

  /** Takes where the tables are. */
  public TableSyncListStore(StorageClients clients) {
    this.table = clients.table(TableName.SYNC_LIST);
    this.parallel = clients.parallel();
  }

  @Override
  public Map<ContactId, Set<UserId>> range(Optional<ContactId> after, Optional<ContactId> upTo) {
    Map<ContactId, Set<UserId>> found = new LinkedHashMap<>();
    table
        .where(
            Filter.range(Filter.PARTITION, after.map(ContactId::value), upTo.map(ContactId::value)))
        .all()
        .forEach(
            row ->
                found
                    .computeIfAbsent(new ContactId(row.partition()), absent -> new TreeSet<>())
                    .add(new UserId(row.key())));
    return found;
  }

  @Override
  public Set<UserId> of(ContactId contact) {
    return table.where(Filter.partition(contact.value())).all().stream()
        .map(row -> new UserId(row.key()))
        .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public boolean contains(PairId pair) {
    return table.find(pair.contact().value(), pair.user().value()).isPresent();
  }

  @Override
  public Set<ContactId> listedBy(UserId user, Collection<ContactId> contacts) {
    Set<ContactId> listed = ConcurrentHashMap.newKeySet();
    parallel.forEach(
        contacts,
        contact -> {
          if (contains(new PairId(user, contact))) {
            listed.add(contact);
          }
        });
    return listed;
  }

  @Override
  public void add(PairId pair) {
    table.put(table.row(pair.contact().value(), pair.user().value()));
  }

  @Override
  public boolean remove(PairId pair) {
    return table.delete(pair.contact().value(), pair.user().value());
  }
}
