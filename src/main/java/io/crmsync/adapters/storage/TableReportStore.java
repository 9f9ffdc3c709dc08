package io.crmsync.adapters.storage;

import io.crmsync.adapters.storage.TableTransactions.Change;
import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.PairId;
import io.crmsync.domain.contact.UserId;
import io.crmsync.sync.port.ReportStore;
import io.crmsync.sync.port.ReportedPair;
import io.crmsync.sync.port.ReportedPair.ToSettle;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Reports in the table Runs, a partition each: key is the user's id, a space, the contact's. */
public final class TableReportStore implements ReportStore {
  /** No id has one, and every character of an id sorts behind it. */
  private static final String BETWEEN = " ";

  private static final String BEHIND_ALL = "!";
  private static final String SETTLED_BY = "plan";

  private final StorageTable table;
  private final Parallel parallel;

  /** Takes where the tables are. */
  public TableReportStore(StorageClients clients) {
    this.table = clients.table(TableName.RUNS);
    this.parallel = clients.parallel();
  }

  @Override
  public void put(String run, Collection<ReportedPair> pairs) {
    submit(pairs.stream().map(pair -> Change.put(write(run, pair))).toList());
  }

  @Override
  public void delete(String run, Collection<PairId> pairs) {
    parallel.forEach(pairs, place -> table.delete(partition(run), key(place)));
  }

  @Override
  public List<ReportedPair> list(String run, Optional<PairId> after, int limit) {
    Filter behind = Filter.range(Filter.ROW, after.map(TableReportStore::key), Optional.empty());
    return table.where(of(run).and(behind)).first(limit).stream()
        .map(TableReportStore::read)
        .toList();
  }

  @Override
  public List<ReportedPair> ofUser(String run, UserId user) {
    Filter keys =
        Filter.range(Filter.ROW, Optional.of(user + BETWEEN), Optional.of(user + BEHIND_ALL));
    return table.where(of(run).and(keys)).all().stream().map(TableReportStore::read).toList();
  }

  @Override
  public Optional<UserId> userAfter(String run, Optional<UserId> user) {
    Filter behind = Filter.range(Filter.ROW, user.map(id -> id + BEHIND_ALL), Optional.empty());
    return table.where(of(run).and(behind)).select().first(1).stream()
        .map(row -> user(row.key()))
        .findFirst();
  }

  @Override
  public void deleteAll(String run) {
    table
        .where(of(run))
        .select()
        .forEachPage(page -> submit(page.stream().map(Change::delete).toList()));
  }

  private void submit(List<Change> changes) {
    parallel.forEach(TableTransactions.cut(changes), table.transactions()::submit);
  }

  private static Filter of(String run) {
    return Filter.partition(partition(run));
  }

  private static String partition(String run) {
    return "report " + run;
  }

  private static String key(PairId place) {
    return place.user() + BETWEEN + place.contact();
  }

  private static UserId user(String key) {
    return new UserId(key.substring(0, key.indexOf(BETWEEN)));
  }

  private NewRow write(String run, ReportedPair pair) {
    NewRow row =
        table
            .row(partition(run), key(pair.pair()))
            .text("action", StoredCodes.REPORTED.of(pair.action()))
            .text("fields", FieldCodes.of(pair.fields()));
    StoredWhy.write(row, "reason", pair.why());
    if (pair.removal()) {
      row.flag("removal", true);
    }
    pair.toSettle()
        .ifPresent(
            open ->
                row.text(SETTLED_BY, StoredCodes.QUESTION.of(open.question()))
                    .text("email", open.email())
                    .text("all", FieldCodes.of(open.all())));
    return row;
  }

  private static ReportedPair read(StoredRow row) {
    return new ReportedPair(
        new PairId(
            user(row.key()), new ContactId(row.key().substring(row.key().indexOf(BETWEEN) + 1))),
        StoredCodes.REPORTED.stored(row.text("action")),
        FieldCodes.fields(row.text("fields")),
        StoredWhy.read(row, "reason"),
        row.flag("removal"),
        row.optional(SETTLED_BY)
            .map(
                question ->
                    new ToSettle(
                        StoredCodes.QUESTION.stored(question),
                        row.text("email"),
                        FieldCodes.fields(row.text("all")))));
  }
}
