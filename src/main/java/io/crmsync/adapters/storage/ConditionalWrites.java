package io.crmsync.adapters.storage;

import io.crmsync.adapters.storage.TableTransactions.Change;
import io.crmsync.domain.version.Version;
import io.crmsync.sync.port.StaleWrite;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Writes of many rows those that nobody changed since they were read, and says which. */
final class ConditionalWrites {
  private final StorageTable table;

  ConditionalWrites(StorageTable table) {
    this.table = table;
  }

  /**
   * Where one row is stale none was written: then each is tried by itself.
   *
   * @param group that fits into one transaction, made by {@link Change#write}
   * @return those that were written, with their new versions
   */
  Map<Change, Version> write(List<Change> group) {
    if (group.size() == 1) {
      return singly(group);
    }
    try {
      List<Version> versions = table.transactions().write(group);
      return IntStream.range(0, group.size())
          .boxed()
          .collect(Collectors.toMap(group::get, versions::get));
    } catch (StaleWrite e) {
      return singly(group);
    }
  }

  private Map<Change, Version> singly(List<Change> group) {
    Map<Change, Version> written = new HashMap<>();
    for (Change change : group) {
      one(change).ifPresent(version -> written.put(change, version));
    }
    return written;
  }

  private Optional<Version> one(Change change) {
    try {
      return Optional.of(table.write(change.row(), change.planned()));
    } catch (StaleWrite e) {
      return Optional.empty();
    }
  }
}
