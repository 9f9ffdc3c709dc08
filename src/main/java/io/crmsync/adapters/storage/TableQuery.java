package io.crmsync.adapters.storage;

import com.azure.core.http.rest.PagedResponse;
import com.azure.core.util.Context;
import com.azure.data.tables.TableClient;
import com.azure.data.tables.models.ListEntitiesOptions;
import com.azure.data.tables.models.TableEntity;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Rows that fulfil a condition, in order of their keys, byte by byte. */
final class TableQuery {
  private static final int LARGEST_PAGE = 1000;

  private final StorageTable table;
  private final TableClient client;
  private final ListEntitiesOptions options;

  TableQuery(StorageTable table, TableClient client, Filter filter) {
    this.table = table;
    this.client = client;
    this.options = new ListEntitiesOptions().setTop(LARGEST_PAGE);
    if (!filter.odata().isEmpty()) {
      options.setFilter(filter.odata());
    }
  }

  /** Only these properties are read, and the keys. */
  TableQuery select(String... properties) {
    options.setSelect(
        Stream.concat(
                Stream.of(Filter.PARTITION, Filter.ROW, StorageTable.SCHEMA), Stream.of(properties))
            .toList());
    return this;
  }

  List<StoredRow> all() {
    List<StoredRow> rows = new ArrayList<>();
    forEachPage(rows::addAll);
    return rows;
  }

  /** At most so many, from the first. */
  List<StoredRow> first(int limit) {
    options.setTop(Math.min(limit, LARGEST_PAGE));
    List<StoredRow> rows = new ArrayList<>();
    Iterator<List<StoredRow>> pages = pages();
    while (rows.size() < limit && pages.hasNext()) {
      rows.addAll(pages.next());
    }
    return List.copyOf(rows.subList(0, Math.min(limit, rows.size())));
  }

  long count() {
    long[] sum = {0};
    forEachPage(page -> sum[0] += page.size());
    return sum[0];
  }

  /** Gives the rows page by page, of up to 1000, so that they need not all be in memory. */
  void forEachPage(Consumer<List<StoredRow>> each) {
    pages().forEachRemaining(each);
  }

  private Iterator<List<StoredRow>> pages() {
    Iterator<PagedResponse<TableEntity>> responses =
        request(() -> client.listEntities(options, null, Context.NONE).iterableByPage().iterator());
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return request(responses::hasNext);
      }

      @Override
      public List<StoredRow> next() {
        return request(responses::next).getValue().stream().map(table::read).toList();
      }
    };
  }

  private <T> T request(Supplier<T> request) {
    return table.call("query", request);
  }
}
