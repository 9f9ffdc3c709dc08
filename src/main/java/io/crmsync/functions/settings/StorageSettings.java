package io.crmsync.functions.settings;

import java.net.URI;
import java.util.Optional;

/**
 * Where tables, queues and blobs are: a connection string, or the addresses and an identity.
 *
 * @param blobs empty beside a connection string; else needed where the source of contacts is
 *     gathered
 * @param clientId of a user-assigned identity; empty: the app's own
 */
public record StorageSettings(
    Optional<String> connectionString,
    Optional<URI> tables,
    Optional<URI> queues,
    Optional<URI> blobs,
    Optional<String> clientId) {
  private static final String NAME = "AzureWebJobsStorage";
  private static final String ALLOWED =
      "a connection string, or instead of it "
          + NAME
          + "__tableServiceUri, __queueServiceUri and __credential=managedidentity";

  static StorageSettings read(GivenSettings environment) {
    Optional<String> connectionString = environment.filled(NAME);
    Optional<URI> tables = address(environment, "__tableServiceUri");
    Optional<URI> queues = address(environment, "__queueServiceUri");
    Optional<URI> blobs = address(environment, "__blobServiceUri");
    checkCredential(environment);
    if (connectionString.isEmpty() && (tables.isEmpty() || queues.isEmpty())) {
      throw BadSetting.missing(NAME, ALLOWED);
    }
    connectionString.ifPresent(StorageSettings::check);
    return new StorageSettings(
        connectionString,
        tables,
        queues,
        blobs,
        environment.guid(NAME + "__clientId", "the client id of an identity, a GUID"));
  }

  /** Blobs are needed: files of contacts are read, or kept. */
  void requireBlobs() {
    if (connectionString.isEmpty() && blobs.isEmpty()) {
      throw BadSetting.missing(
          NAME + "__blobServiceUri", "the address of the account's blobs, for this CRM_SOURCE");
    }
  }

  private static Optional<URI> address(GivenSettings environment, String part) {
    String name = NAME + part;
    return environment.filled(name).map(value -> WebAddress.of(name, value).uri());
  }

  private static void checkCredential(GivenSettings environment) {
    String name = NAME + "__credential";
    environment
        .filled(name)
        .filter(value -> !value.equalsIgnoreCase("managedidentity"))
        .ifPresent(
            value -> {
              throw BadSetting.holding(name, value, "managedidentity");
            });
  }

  private static void check(String connectionString) {
    if (!connectionString.matches(
        "(?is)(.*;)?\\s*(UseDevelopmentStorage|AccountName|TableEndpoint)=.+")) {
      throw BadSetting.hidden(NAME, ALLOWED);
    }
  }

  /** Without the connection string, which holds a key. */
  @Override
  public String toString() {
    return "StorageSettings[" + tables + " " + queues + "]";
  }
}
