package io.crmsync.adapters.storage;

import io.crmsync.adapters.storage.TableTransactions.Change;
import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.PairId;
import io.crmsync.domain.contact.UserId;
import io.crmsync.domain.outlook.OutlookId;
import io.crmsync.domain.pair.Pair;
import io.crmsync.domain.version.Version;
import io.crmsync.domain.version.Versioned;
import io.crmsync.sync.port.PairStore;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;

/** The pairs in the table Pairs, and the reservations of adoptions in Mailboxes. */
public final class TablePairStore implements PairStore {
  private final StorageTable table;
  private final AdoptionReservations reservations;
  private final Parallel parallel;

  /** Takes where the tables are. */
  public TablePairStore(StorageClients clients) {
    this.table = clients.table(TableName.PAIRS);
    this.reservations = new AdoptionReservations(clients.table(TableName.MAILBOXES));
    this.parallel = clients.parallel();
  }

  @Override
  public Versioned<Pair> find(PairId id) {
    return table
        .find(id.user().value(), id.contact().value())
        .map(PairRow::read)
        .orElseGet(() -> Versioned.fresh(Pair.unknown(id)));
  }

  @Override
  public void want(Collection<Wish> wishes) {
    List<Change> changes =
        wishes.stream().map(wish -> Change.merge(PairRow.write(wish, table))).toList();
    parallel.forEach(TableTransactions.cut(changes), table.transactions()::submit);
  }

  @Override
  public Version write(Versioned<Pair> pair) {
    return table.write(PairRow.write(pair.value(), table), pair.version());
  }

  @Override
  public void delete(Versioned<Pair> pair) {
    table.delete(pair.value().user().value(), pair.value().contact().value(), pair.version());
  }

  @Override
  public List<Pair> ofUser(UserId user, Optional<ContactId> after, int limit) {
    Filter keys = Filter.range(Filter.ROW, after.map(ContactId::value), Optional.empty());
    return table.where(of(user).and(keys)).first(limit).stream()
        .map(row -> PairRow.read(row).value())
        .toList();
  }

  @Override
  public List<Pair> range(UserId user, Optional<ContactId> after, Optional<ContactId> upTo) {
    Filter keys = Filter.range(Filter.ROW, after.map(ContactId::value), upTo.map(ContactId::value));
    return table.where(of(user).and(keys)).all().stream()
        .map(row -> PairRow.read(row).value())
        .toList();
  }

  @Override
  public List<ContactId> open(UserId user) {
    return table
        .where(of(user).and(Filter.isTrue(PairRow.MAYBE_OPEN)))
        .select(PairRow.WANTED, PairRow.DONE)
        .all()
        .stream()
        .map(row -> PairRow.read(row).value())
        .filter(Pair::open)
        .map(Pair::contact)
        .toList();
  }

  @Override
  public List<Pair> unfinished(Map<UserId, NavigableSet<ContactId>> among) {
    Collection<Pair> found = new ConcurrentLinkedQueue<>();
    parallel.forEach(
        among.entrySet(), each -> found.addAll(unfinished(each.getKey(), each.getValue())));
    return List.copyOf(found);
  }

  private List<Pair> unfinished(UserId user, NavigableSet<ContactId> contacts) {
    return stored(user, contacts).filter(Pair::unfinished).toList();
  }

  private Stream<Pair> stored(UserId user, NavigableSet<ContactId> contacts) {
    if (contacts.size() == 1) {
      return Stream.of(find(new PairId(user, contacts.first())).value());
    }
    Filter keys =
        Filter.compare(Filter.ROW, "ge", contacts.first().value())
            .and(Filter.compare(Filter.ROW, "le", contacts.last().value()));
    return table.where(of(user).and(keys).and(PairRow.MAYBE_UNFINISHED)).all().stream()
        .map(row -> PairRow.read(row).value())
        .filter(pair -> contacts.contains(pair.contact()));
  }

  @Override
  public long linkedBefore(Instant then) {
    return table.where(linked(then)).select().count();
  }

  @Override
  public long linkedBefore(UserId user, Instant then) {
    return table.where(of(user).and(linked(then))).select().count();
  }

  @Override
  public boolean reserveAdoption(UserId user, OutlookId outlookId, ContactId contact) {
    return reservations.reserve(user, outlookId, contact);
  }

  @Override
  public void releaseAdoption(UserId user, OutlookId outlookId) {
    reservations.release(user, outlookId);
  }

  private static Filter of(UserId user) {
    return Filter.partition(user.value());
  }

  private static Filter linked(Instant then) {
    return Filter.compare(PairRow.LINKED_SINCE, "lt", RowText.of(then));
  }
}
