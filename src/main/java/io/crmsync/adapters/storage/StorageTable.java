package io.crmsync.adapters.storage;

import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.rest.Response;
import com.azure.core.util.Context;
import com.azure.data.tables.TableClient;
import com.azure.data.tables.models.TableEntity;
import com.azure.data.tables.models.TableEntityUpdateMode;
import io.crmsync.domain.version.Version;
import io.crmsync.sync.port.StaleWrite;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * One table, made at its first use if it is not there. Every row that is written carries the schema
 * version; one that newer code wrote is refused when read. See {@link StorageCall} for failures.
 */
final class StorageTable {
  static final String SCHEMA = "schema";

  private final TableClient client;
  private final TableName name;
  private final StorageOperations operations;
  private final Once made;

  StorageTable(TableClient client, TableName name, StorageOperations operations) {
    this.client = client;
    this.name = name;
    this.operations = operations;
    this.made = new Once(this::create);
  }

  /** A new row of this table, with nothing in it yet. */
  NewRow row(String partition, String key) {
    return new NewRow(partition, key).number(SCHEMA, name.schema());
  }

  Optional<StoredRow> find(String partition, String key) {
    try {
      return Optional.of(
          read(call("get " + partition + "/" + key, () -> client.getEntity(partition, key))));
    } catch (StorageRefused e) {
      if (e.rowMissing()) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /** Asks for a row that is never there; the table need not be there either, and is not made. */
  void ask() {
    StorageCall.unlessRefused(name.inStorage() + " glance", () -> client.getEntity("none", "none"));
  }

  /**
   * Writes the whole row if its version still holds.
   *
   * @return its new version
   * @throws StaleWrite it does not hold
   */
  Version write(NewRow row, Version planned) {
    return planned.absent() ? insert(row.signed()) : replace(row.signed(), planned);
  }

  /**
   * The version of a row that this very write made; empty: what is there is another's, or none is.
   * Asked when storage calls a write stale: one whose answer was lost is repeated by the SDK, and
   * by the HTTP client below it where nobody can count, and the second try then meets what the
   * first wrote. The whole row is compared: who merged a wish into it has changed it.
   */
  Optional<Version> heldAs(NewRow row) {
    return find(row.partition(), row.key()).filter(row::sameAs).map(StoredRow::version);
  }

  /** Writes the whole row, whatever was there. */
  void put(NewRow row) {
    TableEntity entity = row.entity();
    call(
        "put",
        entity,
        () ->
            client.upsertEntityWithResponse(
                entity, TableEntityUpdateMode.REPLACE, null, Context.NONE));
  }

  /** Deletes the row, whatever it holds, and says whether it was there. */
  boolean delete(String partition, String key) {
    TableEntity entity = new TableEntity(partition, key);
    Response<Void> response =
        call(
            "delete",
            entity,
            () -> client.deleteEntityWithResponse(entity, false, null, Context.NONE));
    return response.getStatusCode() != 404;
  }

  /**
   * Deletes the row if its version still holds. An absent one is no error.
   *
   * @throws StaleWrite it does not hold
   */
  void delete(String partition, String key, Version planned) {
    if (planned.absent()) {
      refuseIfThere(partition, key);
      return;
    }
    TableEntity entity = new NewRow(partition, key).on(planned).entity();
    conditionally(
        "delete", entity, () -> client.deleteEntityWithResponse(entity, true, null, Context.NONE));
  }

  /** Everything that takes more than one row at a time. */
  TableQuery where(Filter filter) {
    return new TableQuery(this, client, filter);
  }

  TableTransactions transactions() {
    return new TableTransactions(this, client, operations, "tables." + name.inStorage());
  }

  /** Checks that this code may read the row. */
  StoredRow read(TableEntity entity) {
    StoredRow row = new StoredRow(entity);
    if (row.number(SCHEMA) > name.schema()) {
      throw new IllegalStateException(
          "table %s, row %s/%s: written by a newer version of this app (schema %d, this one reads up to %d)"
              .formatted(
                  name.inStorage(), row.partition(), row.key(), row.number(SCHEMA), name.schema()));
    }
    return row;
  }

  /** A request to this table, with its failures in the words of the ports. */
  <T> T call(String operation, Supplier<T> request) {
    made.ensure();
    return StorageCall.call(name.inStorage() + " " + operation, request);
  }

  private void refuseIfThere(String partition, String key) {
    if (find(partition, key).isPresent()) {
      throw new StaleWrite(name.inStorage() + " delete " + partition + "/" + key);
    }
  }

  private Version insert(NewRow row) {
    TableEntity entity = row.entity();
    return unlessOurs(
        row,
        () ->
            conditionally(
                "insert",
                entity,
                () -> client.createEntityWithResponse(entity, null, Context.NONE)));
  }

  private Version replace(NewRow row, Version planned) {
    TableEntity entity = row.on(planned).entity();
    return unlessOurs(
        row,
        () ->
            conditionally(
                "replace",
                entity,
                () ->
                    client.updateEntityWithResponse(
                        entity, TableEntityUpdateMode.REPLACE, true, null, Context.NONE)));
  }

  private Version unlessOurs(NewRow row, Supplier<Version> write) {
    try {
      return write.get();
    } catch (StaleWrite e) {
      return heldAs(row).orElseThrow(() -> e);
    }
  }

  private Version conditionally(
      String operation, TableEntity entity, Supplier<Response<Void>> request) {
    try {
      Response<Void> response = call(operation, entity, request);
      return version(response);
    } catch (StorageRefused e) {
      throw e.stale() ? new StaleWrite(name.inStorage() + " " + what(operation, entity)) : e;
    }
  }

  private <T> T call(String operation, TableEntity entity, Supplier<T> request) {
    return call(what(operation, entity), request);
  }

  /**
   * The SDK cuts the last quotation mark off a weak ETag's header; with it, it is as in the row.
   */
  private static Version version(Response<Void> response) {
    String etag =
        Optional.ofNullable(response.getHeaders().getValue(HttpHeaderName.ETAG)).orElse("");
    return new Version(etag.startsWith("W/\"") && !etag.endsWith("\"") ? etag + "\"" : etag);
  }

  private static String what(String operation, TableEntity entity) {
    return operation + " " + entity.getPartitionKey() + "/" + entity.getRowKey();
  }

  private void create() {
    try {
      StorageCall.call(name.inStorage() + " create", client::createTable);
    } catch (StorageRefused e) {
      if (!e.tableThere()) {
        throw e;
      }
    }
  }
}
