package io.crmsync.adapters.storage;

import io.crmsync.adapters.storage.TableTransactions.Change;
import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.snapshot.StoredContact;
import io.crmsync.domain.version.Version;
import io.crmsync.domain.version.Versioned;
import io.crmsync.sync.port.ContactStore;
import io.crmsync.sync.port.StaleWrite;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;

/**
 * The snapshot in the table Contacts. Its rows are spread over a few partitions by a hash of the
 * id, so a range is one query per partition, merged.
 */
public final class TableContactStore implements ContactStore {
  private static final Comparator<Versioned<StoredContact>> BY_ID =
      Comparator.comparing(row -> row.value().id());

  private final StorageTable table;
  private final ConditionalWrites fresh;
  private final Parallel parallel;

  /** Takes where the tables are. */
  public TableContactStore(StorageClients clients) {
    this.table = clients.table(TableName.CONTACTS);
    this.fresh = new ConditionalWrites(table);
    this.parallel = clients.parallel();
  }

  @Override
  public List<Versioned<StoredContact>> range(Optional<ContactId> after, Optional<ContactId> upTo) {
    Filter keys = Filter.range(Filter.ROW, after.map(ContactId::value), upTo.map(ContactId::value));
    Collection<Versioned<StoredContact>> found = new ConcurrentLinkedQueue<>();
    parallel.forEach(
        IntStream.range(0, ContactRow.PARTITIONS).mapToObj(Integer::toString).toList(),
        partition ->
            table
                .where(Filter.partition(partition).and(keys))
                .forEachPage(page -> page.stream().map(ContactRow::read).forEach(found::add)));
    return found.stream().sorted(BY_ID).toList();
  }

  @Override
  public Optional<Versioned<StoredContact>> find(ContactId id) {
    return table.find(ContactRow.partition(id), id.value()).map(ContactRow::read);
  }

  @Override
  public Map<ContactId, StoredContact> findAll(Collection<ContactId> ids) {
    Map<ContactId, StoredContact> found = new ConcurrentHashMap<>();
    parallel.forEach(ids, id -> find(id).ifPresent(row -> found.put(id, row.value())));
    return found;
  }

  @Override
  public Map<ContactId, Version> write(Collection<Versioned<StoredContact>> rows) {
    List<Change> changes =
        rows.stream()
            .map(row -> Change.write(ContactRow.write(row.value(), table), row.version()))
            .toList();
    checkDistinct(changes);
    Map<ContactId, Version> written = new ConcurrentHashMap<>();
    parallel.forEach(
        TableTransactions.cut(changes),
        group -> fresh.write(group).forEach((row, version) -> written.put(id(row), version)));
    return written;
  }

  @Override
  public void delete(ContactId id, Version version) {
    try {
      table.delete(ContactRow.partition(id), id.value(), version);
    } catch (StaleWrite e) {
      return; // someone changed it meanwhile: it stays
    }
  }

  private static void checkDistinct(List<Change> changes) {
    if (changes.stream().map(TableContactStore::id).distinct().count() < changes.size()) {
      throw new IllegalArgumentException("a contact is to be written twice at once");
    }
  }

  private static ContactId id(Change change) {
    return new ContactId(change.row().key());
  }
}
