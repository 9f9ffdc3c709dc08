package io.crmsync.adapters.storage;

import io.crmsync.adapters.storage.TableTransactions.Change;
import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.PairId;
import io.crmsync.domain.contact.UserId;
import io.crmsync.domain.removal.Due;
import io.crmsync.domain.removal.OpenRemoval;
import io.crmsync.domain.removal.OpenRemoval.State;
import io.crmsync.sync.port.DueStore;
import io.crmsync.sync.port.StaleWrite;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Unfinished business in the table Due: partition the contact, key the user. */
public final class TableDueStore implements DueStore {
  private final StorageTable table;
  private final ConditionalWrites fresh;
  private final Parallel parallel;

  /** Takes where the tables are. */
  public TableDueStore(StorageClients clients) {
    this.table = clients.table(TableName.DUE);
    this.fresh = new ConditionalWrites(table);
    this.parallel = clients.parallel();
  }

  @Override
  public List<Due> range(Optional<ContactId> after, Optional<ContactId> upTo) {
    return rows(
        Filter.range(Filter.PARTITION, after.map(ContactId::value), upTo.map(ContactId::value)));
  }

  @Override
  public List<Due> of(ContactId contact) {
    return rows(Filter.partition(contact.value()));
  }

  @Override
  public Optional<Due> find(PairId pair) {
    return table.find(pair.contact().value(), pair.user().value()).map(TableDueStore::read);
  }

  @Override
  public Set<PairId> write(Collection<Due> rows) {
    Set<PairId> overtaken = ConcurrentHashMap.newKeySet();
    parallel.forEach(
        TableTransactions.cut(
            rows.stream().filter(due -> !due.isDone()).map(this::change).toList()),
        group -> overtaken.addAll(overtaken(group)));
    parallel.forEach(
        rows.stream().filter(Due::isDone).toList(),
        due -> {
          if (!deleted(due)) {
            overtaken.add(due.pair());
          }
        });
    return overtaken;
  }

  private Change change(Due due) {
    return Change.write(row(due), due.version());
  }

  private Set<PairId> overtaken(List<Change> group) {
    Set<Change> written = fresh.write(group).keySet();
    return group.stream()
        .filter(change -> !written.contains(change))
        .map(change -> pair(change.row()))
        .collect(Collectors.toSet());
  }

  private static PairId pair(NewRow row) {
    return new PairId(new UserId(row.key()), new ContactId(row.partition()));
  }

  private boolean deleted(Due due) {
    try {
      table.delete(due.contact().value(), due.user().value(), due.version());
      return true;
    } catch (StaleWrite e) {
      return false;
    }
  }

  @Override
  public void forEach(Consumer<Due> each) {
    table
        .where(Filter.EVERYTHING)
        .forEachPage(page -> page.stream().map(TableDueStore::read).forEach(each));
  }

  @Override
  public List<OpenRemoval> heldBy(String run, Optional<PairId> after, int limit) {
    Filter held =
        Filter.compare("run", "eq", run)
            .and(Filter.compare("state", "eq", StoredCodes.REMOVAL_STATE.of(State.HELD)));
    Filter behind = after.map(TableDueStore::behind).orElse(Filter.EVERYTHING);
    return table.where(held.and(behind)).first(limit).stream()
        .map(TableDueStore::read)
        .flatMap(due -> due.removal().stream())
        .toList();
  }

  private static Filter behind(PairId last) {
    String contact = last.contact().value();
    Filter otherUsers =
        Filter.partition(contact).and(Filter.compare(Filter.ROW, "gt", last.user().value()));
    return Filter.compare(Filter.PARTITION, "gt", contact).or(otherUsers);
  }

  private List<Due> rows(Filter filter) {
    return table.where(filter).all().stream().map(TableDueStore::read).toList();
  }

  private NewRow row(Due due) {
    NewRow row =
        table.row(due.contact().value(), due.user().value()).instant("retryAt", due.retryAt());
    if (due.refusals() > 0) {
      row.number("refusals", due.refusals());
    }
    due.removal()
        .ifPresent(
            removal ->
                row.text("why", removal.why().code())
                    .text("state", StoredCodes.REMOVAL_STATE.of(removal.state()))
                    .instant("since", removal.since())
                    .text("run", removal.run()));
    return row;
  }

  private static Due read(StoredRow row) {
    ContactId contact = new ContactId(row.partition());
    UserId user = new UserId(row.key());
    Optional<OpenRemoval> removal =
        row.optional("state")
            .map(
                state ->
                    new OpenRemoval(
                        new PairId(user, contact),
                        StoredWhy.removal(row.text("why")),
                        StoredCodes.REMOVAL_STATE.stored(state),
                        row.required("since"),
                        row.text("run")));
    return new Due(
        new PairId(user, contact),
        removal,
        row.instant("retryAt"),
        row.number("refusals"),
        row.version());
  }
}
