package io.crmsync.adapters.storage;

import io.crmsync.adapters.storage.TableTransactions.Change;
import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.UserId;
import io.crmsync.domain.run.ChangeNotice;
import io.crmsync.domain.version.Version;
import io.crmsync.domain.version.Versioned;
import io.crmsync.sync.port.OpenRequest;
import io.crmsync.sync.port.PairResult;
import io.crmsync.sync.port.RequestStore;
import io.crmsync.sync.port.StaleWrite;
import io.crmsync.sync.port.SyncRequest;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Requests, results and change notices in the table Requests, one partition a request. */
public final class TableRequestStore implements RequestStore {
  private final StorageTable table;
  private final RequestsByAge ages;

  /** Takes where the tables are. */
  public TableRequestStore(StorageClients clients) {
    this.table = clients.table(TableName.REQUESTS);
    this.ages = new RequestsByAge(table);
  }

  @Override
  public void put(SyncRequest request) {
    ages.add(request);
    table.put(RequestRow.write(request, table));
  }

  @Override
  public Optional<SyncRequest> find(String requestId) {
    return table
        .find(RequestRow.partition(requestId), RequestRow.key(requestId))
        .map(RequestRow::readRequest);
  }

  @Override
  public Optional<String> selection(UserId user, String chosen) {
    return table
        .find(RequestRow.SELECTIONS, RequestRow.selectionKey(user, chosen))
        .map(row -> row.text("requestId"));
  }

  @Override
  public void rememberSelection(UserId user, String chosen, String requestId) {
    ages.noteSelection(requestId, RequestRow.selectionKey(user, chosen));
    table.put(
        table
            .row(RequestRow.SELECTIONS, RequestRow.selectionKey(user, chosen))
            .text("requestId", requestId));
  }

  @Override
  public void record(String requestId, PairResult result) {
    table.put(RequestRow.write(requestId, result, table));
  }

  @Override
  public void recordIfNone(String requestId, PairResult result) {
    try {
      table.write(RequestRow.write(requestId, result, table), Version.ABSENT);
    } catch (StaleWrite e) {
      // there is one
    }
  }

  @Override
  public List<PairResult> results(String requestId) {
    Filter results = Filter.partition(RequestRow.partition(requestId)).and(RequestRow.RESULTS);
    return table.where(results).all().stream().map(RequestRow::readResult).toList();
  }

  @Override
  public void expect(String requestId, ContactId contact, Set<UserId> users) {
    while (!users.isEmpty() && !added(requestId, contact, users)) {
      // someone else wrote the row: read it again
    }
  }

  private boolean added(String requestId, ContactId contact, Set<UserId> users) {
    Optional<StoredRow> stored =
        table.find(RequestRow.partition(requestId), NoticeRow.expectedKey(contact));
    Set<UserId> all = new HashSet<>(users);
    stored.map(NoticeRow::readExpected).ifPresent(all::addAll);
    Version planned = stored.map(StoredRow::version).orElse(Version.ABSENT);
    try {
      table.write(NoticeRow.expected(requestId, contact, all, table), planned);
      return true;
    } catch (StaleWrite e) {
      return false;
    }
  }

  @Override
  public int expected(String requestId) {
    Filter rows = Filter.partition(RequestRow.partition(requestId)).and(NoticeRow.EXPECTED);
    return table.where(rows).all().stream()
        .mapToInt(row -> NoticeRow.readExpected(row).size())
        .sum();
  }

  @Override
  public SortedMap<ContactId, Set<UserId>> expectedPairs(String requestId) {
    SortedMap<ContactId, Set<UserId>> pairs = new TreeMap<>();
    Filter rows = Filter.partition(RequestRow.partition(requestId)).and(NoticeRow.EXPECTED);
    table
        .where(rows)
        .all()
        .forEach(row -> pairs.put(NoticeRow.expectedContact(row), NoticeRow.readExpected(row)));
    return pairs;
  }

  @Override
  public void keepOpen(Collection<OpenRequest> parts) {
    List<Change> changes =
        parts.stream().map(part -> Change.put(OpenRequestRow.write(part, table))).toList();
    TableTransactions.cut(changes).forEach(table.transactions()::submit);
  }

  @Override
  public List<OpenRequest> open() {
    return table.where(Filter.partition(OpenRequestRow.PARTITION)).all().stream()
        .map(OpenRequestRow::read)
        .toList();
  }

  @Override
  public void close(OpenRequest part) {
    table.delete(OpenRequestRow.PARTITION, OpenRequestRow.key(part));
  }

  @Override
  public int forget(Instant acceptedBefore, int atMost) {
    return ages.forget(acceptedBefore, atMost);
  }

  @Override
  public Optional<Versioned<ChangeNotice>> notice(String requestId) {
    return table
        .find(RequestRow.partition(requestId), NoticeRow.KEY)
        .map(row -> new Versioned<>(NoticeRow.read(row), row.version()));
  }

  @Override
  public Version writeNotice(Versioned<ChangeNotice> notice) {
    return table.write(NoticeRow.write(notice.value(), table), notice.version());
  }
}
