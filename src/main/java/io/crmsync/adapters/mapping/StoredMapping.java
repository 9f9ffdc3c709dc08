package io.crmsync.adapters.mapping;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crmsync.adapters.source.RecordMapping;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A shipped mapping with what a customer overrides of it. The override is read anew whenever the
 * headings of a file are checked: an error in it is told there, and is no reason for the app not to
 * start. Thread-safe.
 */
public final class StoredMapping implements RecordMapping {
  private final ShippedMapping shipped;
  private final Supplier<Optional<String>> override;
  private final AtomicReference<@Nullable Mapping> newest = new AtomicReference<>();

  /**
   * Takes what is overridden.
   *
   * @param override the text of the customer's file; empty: there is none
   */
  public StoredMapping(ShippedMapping shipped, Supplier<Optional<String>> override) {
    this.shipped = shipped;
    this.override = override;
  }

  @Override
  public ObjectNode apply(Map<String, String> row) {
    Mapping known = newest.get();
    return (known == null ? read() : known).apply(row);
  }

  @Override
  public Set<String> namesNeeded(Set<String> headings) {
    return read().namesNeeded(headings);
  }

  private Mapping read() {
    Mapping mapping =
        override
            .get()
            .map(json -> Mapping.of(shipped.json(), json))
            .orElseGet(() -> Mapping.of(shipped.json()));
    newest.set(mapping);
    return mapping;
  }
}
