package io.crmsync.adapters.storage;

import io.crmsync.localapp.azurite.SharedAzurite;
import java.util.UUID;

/** Empty tables and queues in the one Azurite that all tests share. */
final class TestStorage {
  private TestStorage() {}

  static StorageClients empty() {
    return at(prefix(), new StorageOperations());
  }

  static StorageClients empty(StorageOperations operations) {
    return at(prefix(), operations);
  }

  /** The tables and queues of one test. */
  static StorageClients at(String prefix, StorageOperations operations) {
    return StorageClients.of(SharedAzurite.connectionString(), operations).withPrefix(prefix);
  }

  /** One that no other test has. */
  static String prefix() {
    return "t" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
  }
}
