package io.crmsync.adapters.storage;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What a customer configures by a file, in the container {@code config}. */
public final class BlobConfiguration {
  private static final String CONTAINER = "config";
  private static final String MAPPING = "mapping.json";

  private final StorageContainer container;

  /** Takes where it is. */
  public BlobConfiguration(StorageClients clients) {
    this.container = clients.container(CONTAINER);
  }

  /** What is overridden of the mapping, as it is now; empty: nothing. */
  public Optional<String> mapping() {
    return container.read(MAPPING).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
  }
}
